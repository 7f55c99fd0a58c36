package org.karlworkbench.debug.bisect;

/**
 * What one run of a test tells of a draw, learnt from the relink that works and the one that fails: of a flaky test's runs
 * some fail for the one and fewer for the other (Wald's sequential test).
 *
 * @param ofFailing by how much a failing run raises the logarithm of the odds that the draw fails; above 0
 * @param ofWorking by how much a working run raises it; below 0
 */
record Odds(double ofFailing, double ofWorking) {
    /** Beyond these odds, 100,000 to 1, a draw needs no further run. */
    private static final double CERTAIN = Math.log(100_000);

    /** By how many standard deviations the two relinks have to differ. */
    private static final double DIFFERENCE = 2.5;

    /**
     * Learns.
     *
     * @return null where the runs of the two do not differ by more than chance makes them
     */
    static Odds of(Verdict good, Verdict bad) {
        int goods = good.works() + good.fails();
        int bads = bad.works() + bad.fails();
        double all = (good.fails() + bad.fails()) / (double) (goods + bads);
        double deviation = Math.sqrt(all * (1 - all) * (1.0 / goods + 1.0 / bads));
        double difference = bad.failing() - good.failing();
        boolean certain = difference == 1 || difference > DIFFERENCE * deviation;
        if (!certain) { // also where one could not be told, which makes it no number
            return null;
        }
        double works = (good.fails() + 0.5) / (goods + 1); // a share of 0 was seen in so many runs only
        double fails = (bad.fails() + 0.5) / (bads + 1);
        return new Odds(Math.log(fails / works), Math.log((1 - fails) / (1 - works)));
    }

    boolean fails(Verdict verdict) {
        return sum(verdict) > 0;
    }

    boolean isCertain(Verdict verdict) {
        return Math.abs(sum(verdict)) > CERTAIN;
    }

    private double sum(Verdict verdict) {
        return verdict.fails() * ofFailing + verdict.works() * ofWorking;
    }
}
