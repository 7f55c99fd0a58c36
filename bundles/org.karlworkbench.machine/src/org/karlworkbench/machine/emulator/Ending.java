package org.karlworkbench.machine.emulator;

/**
 * How a run ended, or a part of it.
 *
 * @param reason why
 * @param detail the line that tells, such as the panic's; empty if there is none
 */
record Ending(Reason reason, String detail) {
    /** Whether the machine is left in a state that a debugger can go on from. */
    boolean goesOn() {
        return reason == Reason.EXPECTED || reason == Reason.STOPPED;
    }
}
