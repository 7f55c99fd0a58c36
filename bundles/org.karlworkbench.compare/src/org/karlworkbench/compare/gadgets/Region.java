package org.karlworkbench.compare.gadgets;

import java.util.Locale;

/** The part of a kernel in which a gadget begins. */
public enum Region {
    /** An object that stays first. */
    HEAD,
    /** The random padding. */
    GAP,
    /** An object that is shuffled. */
    BODY,
    /** An object that stays last, or what the linker made. */
    TAIL;

    /** What the command calls it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
