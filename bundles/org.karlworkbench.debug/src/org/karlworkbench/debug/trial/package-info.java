/** Kernels that are relinked to be tried: linked by the fastest linker, and handed to a command of the user's. */
package org.karlworkbench.debug.trial;
