package org.karlworkbench.compare.lab;

import java.util.Locale;

/** Where a probability comes from. */
public enum Basis {
    /** Computed, and no draw contradicted it. */
    EXACT,
    /** Counted over many random orders, with the gaps' exact tables: near, with a known error. */
    ORDERS,
    /** Estimated from the draws. */
    DRAWS;

    /** The name in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The weaker of two. */
    Basis and(Basis other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
