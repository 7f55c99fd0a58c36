package org.karlworkbench.compare.lab;

import java.util.Arrays;

/**
 * How far draws are spread: Shannon's entropy, which describes and promises nothing. It cannot exceed log2 of the number of
 * draws.
 *
 * @param shannon the plug-in estimate, in bits
 * @param corrected with Miller and Madow's correction: (values − 1) / (2 · draws), in nats
 */
public record Spread(double shannon, double corrected) {
    private static final double LN2 = Math.log(2);

    /** The spread of what was drawn; the array is sorted. */
    static Spread of(long[] drawn) {
        Arrays.sort(drawn);
        double sum = 0;
        int values = 0;
        for (int from = 0, to; from < drawn.length; from = to) {
            to = from + 1;
            while (to < drawn.length && drawn[to] == drawn[from]) {
                to++;
            }
            double count = to - from;
            sum += count * Math.log(count);
            values++;
        }
        double shannon = Math.max(0, (Math.log(drawn.length) - sum / drawn.length) / LN2);
        return new Spread(shannon, shannon + (values - 1) / (2.0 * drawn.length * LN2));
    }
}
