/** Debugging randomized kernels: which relink a trace came from, and what it names there. */
package org.karlworkbench.debug;
