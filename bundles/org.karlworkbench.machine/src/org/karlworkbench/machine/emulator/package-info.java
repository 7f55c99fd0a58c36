/**
 * Kernels that run: QEMU as a machine for one kernel, its serial port and memory watched from outside. {@link
 * org.karlworkbench.machine.emulator.EmulatorRun} is the way in. A guest is not trusted: whatever it says is text, and
 * the emulator has limits, no network and a folder of its own.
 */
package org.karlworkbench.machine.emulator;
