package org.karlworkbench.machine.emulator;

import java.util.Locale;

/** What was found at the address of a page of the startup code. */
public enum PageState {
    /** Nothing is mapped there. */
    GONE,
    /** It is full of the architecture's trash word. */
    TRASHED,
    /** It can be read, and holds something else. */
    READABLE;

    /**
     * The name in the command's JSON.
     *
     * @return {@code gone}, {@code trashed} or {@code readable}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
