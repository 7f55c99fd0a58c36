package org.karlworkbench.compare;

/** Whether two symbols or pieces hold the same. */
enum Verdict {
    SAME,
    DIFFERENT,
    UNKNOWN
}
