/** The search for the smallest difference between two relinks that makes a test fail. */
package org.karlworkbench.debug.bisect;
