package org.karlworkbench.compare.lab;

import java.util.List;
import org.karlworkbench.picture.Curves;
import org.karlworkbench.picture.HeatMap;
import org.karlworkbench.picture.Histogram;
import org.karlworkbench.picture.MapStyle;
import org.karlworkbench.picture.Picture;

/**
 * The pictures of a laboratory result.
 *
 * @param result what was found out
 * @param style the colours
 */
public record LabPictures(LabResult result, MapStyle style) {
    private static final int BINS = 60;

    /** How many functions have how many bits of min-entropy. */
    public Picture guessing() {
        return Histogram.of(style, bits(result), BINS, "bits");
    }

    /**
     * The same of two results over each other: what another recipe buys.
     *
     * @param name what the result is called
     * @param other the other one
     * @param otherName what that is called
     */
    public Picture guessingBeside(String name, LabResult other, String otherName) {
        return Histogram.overlay(style, bits(result), bits(other), BINS, "bits", List.of(name, otherName));
    }

    private static double[] bits(LabResult of) {
        return of.symbols().stream()
                .filter(LabResult.SymbolFigures::isFunction)
                .mapToDouble(each -> each.exact().minEntropy())
                .toArray();
    }

    /** How often the largest blocks of code lay where. */
    public Picture places() {
        LabResult.Heat heat = result.heat();
        String columns = "from 0x" + Long.toHexString(heat.low()) + " on, a column for " + heat.cell() + " bytes";
        return HeatMap.of(style, heat.rows(), heat.counts(), columns);
    }

    /** How the estimate of Shannon's entropy grows with the draws. */
    public Picture growth() {
        List<LabResult.Growth> rows = result.growth();
        return Curves.of(
                style,
                rows.stream().mapToInt(LabResult.Growth::layouts).toArray(),
                List.of(
                        rows.stream().mapToDouble(LabResult.Growth::shannon).toArray(),
                        rows.stream().mapToDouble(LabResult.Growth::corrected).toArray(),
                        rows.stream().mapToDouble(LabResult.Growth::cap).toArray()),
                List.of("plug-in estimate", "corrected (Miller, Madow)", "cap: log2 of the layouts"));
    }
}
