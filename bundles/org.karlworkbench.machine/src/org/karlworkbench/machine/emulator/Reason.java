package org.karlworkbench.machine.emulator;

/** Why a run ended. */
public enum Reason {
    /** The text that was waited for has come. */
    EXPECTED("expected"),
    /** The machine stands at the symbol that was asked for. */
    STOPPED("stopped"),
    /** The kernel, or the loader before it, gave up in words. */
    PANIC("panic"),
    /** The kernel reset the machine, on purpose or by a fault in a fault. */
    RESET("reset"),
    /** The kernel switched the machine off. */
    SHUTDOWN("shutdown"),
    /** The time was over. */
    TIMEOUT("timeout"),
    /** The emulator ended, by a debugger's word or by a fault of its own. */
    ENDED("ended");

    private final String label;

    Reason(String label) {
        this.label = label;
    }

    /**
     * The name in the command's JSON.
     *
     * @return one word
     */
    public String label() {
        return label;
    }
}
