package org.karlworkbench.debug.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.karlworkbench.elf.Progress;

/**
 * Which of many features go with a measurement. Of a thousand features some always correlate by chance; so each is held
 * against the strongest of all in random assignments of the values to the relinks (Westfall and Young's maximum test).
 */
final class Association {
    private static final int MOST = 20;
    private static final int ASSIGNMENTS = 999;

    /** Features less certain than this are not told. */
    private static final double CERTAIN = 0.05;

    private Association() {}

    /**
     * Ranks features.
     *
     * @param features columns by name, a number for each value
     * @param values what was measured
     * @param random assigns values to relinks
     * @param progress asked for cancel
     */
    static List<NoiseResult.Feature> rank(
            Map<String, double[]> features, double[] values, RandomGenerator random, Progress progress) {
        double[] ranked = Ranks.of(values);
        List<double[]> columns = features.values().stream().map(Ranks::of).toList();
        double[] strongest = strongest(columns, ranked, random, progress);
        List<NoiseResult.Feature> found = new ArrayList<>();
        int column = 0;
        for (String name : features.keySet()) {
            double correlation = Ranks.correlation(columns.get(column++), ranked);
            long above = Arrays.stream(strongest)
                    .filter(each -> each >= Math.abs(correlation) - 1e-12)
                    .count();
            double p = (above + 1) / (ASSIGNMENTS + 1.0);
            if (p <= CERTAIN) {
                found.add(new NoiseResult.Feature(name, correlation, p));
            }
        }
        found.sort(Comparator.comparingDouble((NoiseResult.Feature each) -> -Math.abs(each.correlation())));
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    /** The strongest correlation of any feature, for each random assignment. */
    private static double[] strongest(
            List<double[]> columns, double[] ranked, RandomGenerator random, Progress progress) {
        double[] shuffled = ranked.clone();
        double[] strongest = new double[ASSIGNMENTS];
        for (int i = 0; i < ASSIGNMENTS; i++) {
            progress.checkCancelled();
            shuffle(shuffled, random);
            for (double[] column : columns) {
                strongest[i] = Math.max(strongest[i], Math.abs(Ranks.correlation(column, shuffled)));
            }
        }
        return strongest;
    }

    private static void shuffle(double[] values, RandomGenerator random) {
        for (int i = values.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            double kept = values[i];
            values[i] = values[other];
            values[other] = kept;
        }
    }
}
