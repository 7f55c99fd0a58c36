package org.karlworkbench.ui.machine;

import org.karlworkbench.machine.MachineContents;

/** In which state a machine is. */
enum MachineState {
    /** Neither kernel nor kit. */
    NONE("Nothing Installed", "an empty root"),
    /** The next boot relinks. */
    ENGAGED("Engaged", "each boot relinks"),
    /** The next boot relinks nothing. */
    DISENGAGED("Dis-Engaged", "nothing is relinked"),
    /** A change of /bsd was stopped half way. */
    INTERRUPTED("Interrupted", "a change is half done");

    private final String title;
    private final String meaning;

    MachineState(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    static MachineState of(MachineContents contents) {
        if (contents.interrupted()) {
            return INTERRUPTED;
        }
        if (contents.isEmpty()) {
            return NONE;
        }
        return contents.status().engaged() ? ENGAGED : DISENGAGED;
    }

    String title() {
        return title;
    }

    String meaning() {
        return meaning;
    }
}
