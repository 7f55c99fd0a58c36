package org.karlworkbench.debug;

/**
 * Pointers of a trace, of which more may hit something in a relink than chance would have it. One that hits tells nothing:
 * symbols are dense, and aligned in all relinks alike.
 */
final class Hits {
    /** How many pointers of another relink hit, at most, where code and data are densest. */
    private static final double CHANCE = 0.25;

    /** What it costs when not even as many hit as by chance, in bits. */
    private static final double LESS = -0.25;

    private int all;
    private int hits;

    void add(boolean hit) {
        all++;
        hits += hit ? 1 : 0;
    }

    /** How seldom chance gives as many, in bits: Chernoff's bound of the binomial distribution. */
    double bits() {
        double share = all == 0 ? CHANCE : (double) hits / all;
        if (share <= CHANCE) {
            return all == 0 ? 0 : LESS;
        }
        return all * (information(share, CHANCE) + information(1 - share, 1 - CHANCE));
    }

    private static double information(double share, double chance) {
        return share == 0 ? 0 : share * Math.log(share / chance) / Math.log(2);
    }
}
