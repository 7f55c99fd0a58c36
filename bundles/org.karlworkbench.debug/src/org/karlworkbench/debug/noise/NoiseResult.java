package org.karlworkbench.debug.noise;

import java.util.List;

/**
 * A distribution instead of a number.
 *
 * @param values what was measured, in the order of the relinks; NaN for a relink whose measurement failed
 * @param timed whether these are times in milliseconds, since the command wrote no number
 * @param median the median of the values
 * @param spread the distance of the quartiles
 * @param features what in the layouts goes with the values, the most certain first
 * @param tested how many features were looked at
 */
public record NoiseResult(
        List<Double> values, boolean timed, double median, double spread, List<Feature> features, int tested) {
    /** Copies the lists. */
    public NoiseResult {
        values = List.copyOf(values);
        features = List.copyOf(features);
    }

    /**
     * Something about layouts that goes with the values.
     *
     * @param name what it is: {@code gap text1}, or {@code place a.o} in the order, or {@code line f}, the address of a
     *     function modulo a cache line, with {@code of a.o} where several objects have one of that name
     * @param correlation Spearman's, -1 to 1; above 0 where more of it goes with larger values
     * @param p the share of random assignments of the values to the relinks in which any feature correlates as strongly
     */
    public record Feature(String name, double correlation, double p) {}

    /** How many relinks could be measured. */
    public int measured() {
        return (int) values.stream().filter(value -> !value.isNaN()).count();
    }
}
