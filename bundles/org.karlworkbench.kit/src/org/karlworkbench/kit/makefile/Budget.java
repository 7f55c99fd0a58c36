package org.karlworkbench.kit.makefile;

/** How much work the variables of one Makefile may cause: an honest one needs a few megabytes of copying. */
final class Budget {
    private static final long CHARACTERS = 16L << 20;

    private long left = CHARACTERS;

    /** Takes what a step costs, in characters touched; false from the moment on in which it is used up. */
    boolean take(long characters) {
        left -= characters;
        if (left < 0) {
            left = -1;
        }
        return left >= 0;
    }
}
