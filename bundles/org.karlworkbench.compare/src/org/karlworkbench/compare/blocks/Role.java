package org.karlworkbench.compare.blocks;

import org.karlworkbench.kit.GapObject;
import org.karlworkbench.kit.KitPlan;

/** What part of the link order something belongs to. */
public enum Role {
    /** Stays first. */
    HEAD,
    /** Padding of random size. */
    GAP,
    /** Is shuffled. */
    BODY,
    /** Stays last. */
    TAIL,
    /** Made by the linker, before all. */
    MADE;

    /**
     * The role of an object.
     *
     * @param object its name in the kit, {@code gap.o}, or empty for what the linker makes
     * @param plan what the kit's Makefile says of its link
     */
    public static Role of(String object, KitPlan plan) {
        if (object.isEmpty()) {
            return MADE;
        }
        if (object.equals(GapObject.NAME)) {
            return GAP;
        }
        return plan.head().contains(object) ? HEAD : plan.tail().contains(object) ? TAIL : BODY;
    }
}
