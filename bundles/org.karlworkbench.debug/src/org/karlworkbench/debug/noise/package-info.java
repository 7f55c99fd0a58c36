/** What a measurement owes to chance: its distribution over many relinks, and what in the layouts goes with it. */
package org.karlworkbench.debug.noise;
