package org.karlworkbench.debug.bisect;

/** Fisher's exact test, one-sided: how probable it is that so many failures or more fall on one side by chance. */
final class Fisher {
    private Fisher() {}

    /** The sum of the hypergeometric distribution from what was seen upward. */
    static double p(Tally with, Tally without) {
        int failed = with.failed() + without.failed();
        int all = with.draws() + without.draws();
        double sum = 0;
        for (int i = with.failed(); i <= Math.min(failed, with.draws()); i++) {
            if (failed - i <= without.draws()) {
                sum += Math.exp(choose(with.draws(), i) + choose(without.draws(), failed - i) - choose(all, failed));
            }
        }
        return Math.min(1, sum);
    }

    /** The logarithm of a binomial coefficient. */
    private static double choose(int n, int k) {
        double sum = 0;
        for (int i = 1; i <= Math.min(k, n - k); i++) {
            sum += Math.log((n - i + 1) / (double) i);
        }
        return sum;
    }
}
