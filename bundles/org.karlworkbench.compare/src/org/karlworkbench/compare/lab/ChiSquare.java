package org.karlworkbench.compare.lab;

/**
 * Pearson's test of counts against probabilities.
 *
 * @param statistic the sum of (counted − expected)² / expected
 * @param freedom degrees of freedom: bins less one
 */
record ChiSquare(double statistic, int freedom) {
    private static final double LEAST_EXPECTED = 5;

    /**
     * Tests counts. Neighbouring bins are taken together until at least five draws are expected in each.
     *
     * @param counts by bin
     * @param probabilities by bin
     */
    static ChiSquare of(long[] counts, double[] probabilities) {
        double draws = 0;
        for (long count : counts) {
            draws += count;
        }
        double statistic = 0;
        int bins = 0;
        double expected = 0;
        double counted = 0;
        double rest = draws;
        for (int i = 0; i < counts.length; i++) {
            expected += draws * probabilities[i];
            counted += counts[i];
            rest -= draws * probabilities[i];
            if (expected >= LEAST_EXPECTED && rest >= LEAST_EXPECTED || i == counts.length - 1 && expected > 0) {
                statistic += (counted - expected) * (counted - expected) / expected;
                bins++;
                expected = 0;
                counted = 0;
            }
        }
        return new ChiSquare(statistic, Math.max(0, bins - 1));
    }

    /** The probability of a statistic as large as this or larger where the probabilities hold. */
    double probability() {
        return freedom == 0 ? 1 : upperGamma(freedom / 2.0, statistic / 2);
    }

    /** The regularized upper incomplete gamma function, by its series or its continued fraction. */
    private static double upperGamma(double a, double x) {
        if (x <= 0) {
            return 1;
        }
        double scale = Math.exp(-x + a * Math.log(x) - logGamma(a));
        if (x < a + 1) {
            double term = 1 / a;
            double sum = term;
            for (int n = 1; n < 10_000 && term > sum * 1e-16; n++) {
                term *= x / (a + n);
                sum += term;
            }
            return Math.clamp(1 - sum * scale, 0, 1);
        }
        double b = x + 1 - a;
        double c = 1e300;
        double d = 1 / b;
        double fraction = d;
        for (int i = 1; i < 10_000; i++) {
            double an = -i * (i - a);
            b += 2;
            d = 1 / (an * d + b);
            c = b + an / c;
            fraction *= d * c;
            if (Math.abs(d * c - 1) < 1e-15) {
                break;
            }
        }
        return Math.clamp(scale * fraction, 0, 1);
    }

    /** Stirling's series, after shifting the argument to where it is exact to 12 digits. */
    static double logGamma(double value) {
        double shift = 0;
        double x = value;
        while (x < 12) {
            shift -= Math.log(x);
            x++;
        }
        double r = 1 / (x * x);
        double series = (1 / 12.0 - r * (1 / 360.0 - r * (1 / 1260.0 - r / 1680.0))) / x;
        return shift + (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
    }
}
