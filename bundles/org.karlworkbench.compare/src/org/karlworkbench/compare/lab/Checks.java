package org.karlworkbench.compare.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Holds the model's distributions against the pages on which draws put the blocks. */
final class Checks {
    private static final long WIDE = 1 << 16;

    private final PageCounts counts;
    private final long page;
    private final List<Double> perPage = new ArrayList<>();
    private final List<Double> perWide = new ArrayList<>();
    private Pmf last;
    private Pmf lastPages;
    private Pmf lastWide;

    Checks(PageCounts counts, long page) {
        this.counts = counts;
        this.page = page;
    }

    /**
     * Tests a block.
     *
     * @param number its index among what was counted
     */
    void add(int number, Pmf pmf) {
        if (pmf != last) { // blocks of one distribution come one behind the other
            last = pmf;
            lastPages = pmf.cells(page);
            lastWide = pmf.cells(Math.max(page, WIDE));
        }
        add(number, lastPages, page, perPage);
        add(number, lastWide, Math.max(page, WIDE), perWide);
    }

    private void add(int number, Pmf cells, long cell, List<Double> probabilities) {
        long[] counted = counts.cells(number, cell / page, cells.origin(), cells.mass().length);
        double[] expected = Arrays.copyOf(cells.mass(), counted.length);
        boolean impossible = counted[counted.length - 1] > 0;
        ChiSquare test = ChiSquare.of(counted, expected);
        if (test.freedom() > 0 || impossible) {
            probabilities.add(impossible ? 0 : test.probability());
        }
    }

    /** The results. */
    List<LabResult.Check> results() {
        return List.of(result(page, perPage), result(Math.max(page, WIDE), perWide));
    }

    private static LabResult.Check result(long cell, List<Double> all) {
        double least = all.stream().mapToDouble(Double::doubleValue).min().orElse(1);
        long below = all.stream().filter(each -> each < 0.05).count();
        return new LabResult.Check(
                cell,
                all.size(),
                Math.min(1, least * Math.max(1, all.size())),
                all.isEmpty() ? 0 : below / (double) all.size());
    }
}
