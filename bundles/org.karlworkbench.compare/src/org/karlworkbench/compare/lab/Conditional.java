package org.karlworkbench.compare.lab;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What is left of one address's entropy when another one is known, from draws that are put into bins of equal width. Bins that
 * hold too few draws would tell of dependence where there is none.
 *
 * @param bins how many bins each of the two has
 * @param alone the entropy of the bin of the first, in bits, corrected after Miller and Madow
 * @param given what is left of it when the bin of the second is known; empty if there are not enough draws
 * @param drawsNeeded how many draws would suffice
 */
public record Conditional(int bins, double alone, OptionalDouble given, long drawsNeeded) {
    private static final int LEAST_PER_BIN = 20;
    private static final double LN2 = Math.log(2);

    /**
     * Compares the draws of two addresses.
     *
     * @param wanted the first one's, by draw
     * @param known the second one's, by draw
     * @param bins how many bins each gets, 2 or more
     */
    public static Conditional of(long[] wanted, long[] known, int bins) {
        int[] a = binned(wanted, bins);
        int[] b = binned(known, bins);
        double alone = entropy(a);
        int joint = distinct(a) * distinct(b);
        long needed = (long) LEAST_PER_BIN * joint;
        int[] both = new int[a.length];
        for (int i = 0; i < a.length; i++) {
            both[i] = a[i] * bins + b[i];
        }
        double left = Math.clamp(entropy(both) - entropy(b), 0, Math.max(0, alone));
        return new Conditional(
                bins, alone, a.length >= needed ? OptionalDouble.of(left) : OptionalDouble.empty(), needed);
    }

    private static int[] binned(long[] values, int bins) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (long value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double width = (high - low + 1.0) / bins;
        int[] binned = new int[values.length];
        for (int i = 0; i < binned.length; i++) {
            binned[i] = (int) Math.min(bins - 1, (values[i] - low) / width);
        }
        return binned;
    }

    private static Map<Integer, Integer> counts(int[] values) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int value : values) {
            counts.merge(value, 1, Integer::sum);
        }
        return counts;
    }

    private static int distinct(int[] values) {
        return counts(values).size();
    }

    private static double entropy(int[] values) {
        double sum = 0;
        Map<Integer, Integer> counts = counts(values);
        for (int count : counts.values()) {
            sum += count * Math.log(count);
        }
        double plugIn = Math.log(values.length) - sum / values.length;
        return (plugIn + (counts.size() - 1) / (2.0 * values.length)) / LN2;
    }
}
