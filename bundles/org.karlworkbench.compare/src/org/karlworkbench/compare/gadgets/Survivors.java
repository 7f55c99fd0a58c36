package org.karlworkbench.compare.gadgets;

import java.util.Arrays;

/** Gadgets that are at the same address with the same bytes in both kernels. */
final class Survivors {
    private Survivors() {}

    /** Whether the gadget at an offset is there in the other kernel's section too; that may be null. */
    static boolean is(GadgetSection section, int at, GadgetSection other) {
        int there = other == null ? -1 : other.offset(section.address() + at);
        int size = section.lengths()[at];
        return there >= 0
                && other.lengths()[there] == size
                && Arrays.equals(section.bytes(), at, at + size, other.bytes(), there, there + size);
    }
}
