package org.karlworkbench.debug.bisect;

/**
 * A cause that was confirmed.
 *
 * @param cause the cause
 * @param with fresh draws in which it holds
 * @param without fresh draws in which it does not
 */
public record Found(Cause cause, Tally with, Tally without) {
    /** Whether all draws with it failed and none without. */
    boolean isWhole() {
        return isAlways() && without.failed() == 0;
    }

    private boolean isAlways() {
        return with.failed() == with.draws();
    }

    /** Whether it explains more than another one. */
    boolean isBetterThan(Found other) {
        return other == null || isWhole() && !other.isWhole() || isAlways() && !other.isAlways();
    }
}
