/** Dumps of a machine's memory: which relink ran, and its kernel once more. */
package org.karlworkbench.debug.memory;
