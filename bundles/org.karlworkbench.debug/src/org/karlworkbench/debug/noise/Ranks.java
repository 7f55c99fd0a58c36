package org.karlworkbench.debug.noise;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Ranks of numbers, scaled so that the sum of products of two columns is Spearman's correlation. */
final class Ranks {
    private Ranks() {}

    /** Mean ranks (equal numbers have equal ranks), with mean 0 and sum of squares 1; all 0 for a constant. */
    static double[] of(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        for (int first = 0; first < order.length; ) {
            int end = first + 1;
            while (end < order.length && values[order[end]] == values[order[first]]) {
                end++;
            }
            for (int i = first; i < end; i++) {
                ranks[order[i]] = (first + end - 1) / 2.0 - (values.length - 1) / 2.0;
            }
            first = end;
        }
        double length = Math.sqrt(Arrays.stream(ranks).map(rank -> rank * rank).sum());
        return length == 0
                ? ranks
                : Arrays.stream(ranks).map(rank -> rank / length).toArray();
    }

    /** Spearman's correlation of two columns of ranks. */
    static double correlation(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
