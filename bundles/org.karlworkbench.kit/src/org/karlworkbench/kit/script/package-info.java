/** Looks through linker scripts for commands that reach out of the link-kit. */
package org.karlworkbench.kit.script;
