package org.karlworkbench.debug.bisect;

/** When what was tested on fresh draws confirms a cause. */
final class Confirmation {
    private static final int FEWEST = 8;
    private static final double NEARLY_ALL = 0.9;
    private static final double BY_CHANCE = 0.02;

    private Confirmation() {}

    /** Whether nearly all draws fail with it, and so many fewer without that chance does not explain it. */
    static boolean isSure(Tally with, Tally without) {
        return with.draws() >= FEWEST
                && without.draws() >= FEWEST
                && with.share() >= NEARLY_ALL
                && Fisher.p(with, without) < BY_CHANCE;
    }
}
