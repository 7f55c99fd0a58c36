package org.karlworkbench.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far two orders of the body agree, beside what two fair draws would give (CLI.md, Figures; KARL.md section H4, M6
 * and M10).
 *
 * @param objects how many objects both orders have
 * @param same whether both have the same objects in the same order
 * @param adjacenciesKept ordered pairs that stand directly beside each other in both orders
 * @param adjacenciesExpected the mean of that for two fair draws: (n − 1) / n
 * @param longestRun the longest sequence of objects that stand in the same order in both, not necessarily side by side:
 *     the longest common increasing subsequence
 * @param longestRunExpected about the mean of that for two fair draws: 2√n − 1.77 n^(1/6) (Baik, Deift, Johansson)
 * @param kendallTau 1 − 2·discordant / C(n, 2): 1 for the same order, −1 for the reverse, 0 by chance; NaN for fewer
 *     than two objects
 * @param kendallTauDeviation its standard deviation over fair draws, √(2(2n + 5) / (9n(n − 1))); NaN likewise
 */
public record OrderFigures(
        int objects,
        boolean same,
        int adjacenciesKept,
        double adjacenciesExpected,
        int longestRun,
        double longestRunExpected,
        double kendallTau,
        double kendallTauDeviation) {

    private static final double TRACY_WIDOM_MEAN = 1.7711;
    private static final double TRACY_WIDOM_DEVIATION = 0.9018;

    /**
     * Compares two orders.
     *
     * @param a distinct names
     * @param b distinct names; those that only one order has count for {@code same} and part what was beside each other
     */
    public static OrderFigures of(List<String> a, List<String> b) {
        Map<String, Integer> placeInB = places(b);
        int[] inB =
                a.stream().filter(placeInB::containsKey).mapToInt(placeInB::get).toArray();
        int n = inB.length;
        int adjacent = adjacencies(a, placeInB);
        int longest = Permutation.longestIncreasing(inB);
        double pairs = n * (n - 1.0) / 2;
        double tau = 1 - 2 * Permutation.inversions(inB) / pairs;
        double deviation = Math.sqrt(2 * (2.0 * n + 5) / (9.0 * n * (n - 1)));
        return new OrderFigures(
                n,
                a.equals(b),
                adjacent,
                n == 0 ? 0 : (n - 1.0) / n,
                longest,
                longestExpected(n),
                n < 2 ? Double.NaN : tau,
                n < 2 ? Double.NaN : deviation);
    }

    /** About the standard deviation of the longest run over fair draws: 0.9018 n^(1/6) (Baik, Deift, Johansson). */
    public double longestRunDeviation() {
        return TRACY_WIDOM_DEVIATION * Math.pow(objects, 1.0 / 6);
    }

    private static double longestExpected(int n) {
        return Math.clamp(2 * Math.sqrt(n) - TRACY_WIDOM_MEAN * Math.pow(n, 1.0 / 6), Math.min(n, 1), n);
    }

    private static Map<String, Integer> places(List<String> order) {
        Map<String, Integer> places = HashMap.newHashMap(order.size());
        for (String name : order) {
            places.put(name, places.size());
        }
        return places;
    }

    private static int adjacencies(List<String> a, Map<String, Integer> placeInB) {
        int kept = 0;
        Integer before = null;
        for (String name : a) {
            Integer place = placeInB.get(name);
            if (before != null && place != null && place == before + 1) {
                kept++;
            }
            before = place;
        }
        return kept;
    }
}
