/** The few operations by which a machine's files change, so that each of them can be recorded, or be made to fail. */
package org.karlworkbench.machine.disk;
