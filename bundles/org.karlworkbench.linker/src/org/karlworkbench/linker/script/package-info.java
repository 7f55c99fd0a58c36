/**
 * Linker scripts, read and not assumed. {@link org.karlworkbench.linker.script.Script} is what one says; what it says that
 * this does not know is refused with its line.
 */
package org.karlworkbench.linker.script;
