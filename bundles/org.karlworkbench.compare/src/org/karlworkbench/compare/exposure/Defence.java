package org.karlworkbench.compare.exposure;

import java.util.Locale;

/** How a kernel's addresses are hidden. */
public enum Defence {
    /** Not at all: every kernel of a release has the same addresses. */
    NONE,
    /** The whole kernel is moved by one random distance, as KASLR does. */
    SLIDE,
    /** The objects stand in random order behind a random gap. */
    KARL,
    /** As KARL, but functions and variables that have sections of their own move without their object. */
    SECTIONS;

    /** The word of the command. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether blocks hide from each other. */
    boolean isByBlocks() {
        return this == KARL || this == SECTIONS;
    }
}
