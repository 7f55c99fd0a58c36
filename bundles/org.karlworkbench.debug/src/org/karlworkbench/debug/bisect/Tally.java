package org.karlworkbench.debug.bisect;

/**
 * How many draws were tested, and how many of them failed.
 *
 * @param draws those that could be told
 * @param failed those that failed
 */
public record Tally(int draws, int failed) {
    /** Nothing tested. */
    public static final Tally NONE = new Tally(0, 0);

    /** The share that failed, 0 where nothing was tested. */
    double share() {
        return draws == 0 ? 0 : failed / (double) draws;
    }

    Tally plus(Tally more) {
        return new Tally(draws + more.draws, failed + more.failed);
    }

    Tally plus(boolean fails) {
        return new Tally(draws + 1, failed + (fails ? 1 : 0));
    }
}
