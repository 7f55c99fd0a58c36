package org.karlworkbench.compare;

/** What became of a symbol or a piece from one kernel to the other. */
public enum State {
    /** In both, at different addresses. */
    MOVED,
    /** In both, at the same address. */
    FIXED,
    /** In the first kernel only. */
    ONLY_A,
    /** In the second kernel only. */
    ONLY_B
}
