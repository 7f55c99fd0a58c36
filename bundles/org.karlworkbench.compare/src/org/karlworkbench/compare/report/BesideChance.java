package org.karlworkbench.compare.report;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A measured figure beside what two fair draws would give.
 *
 * @param measured the figure
 * @param mean its mean over pairs of fair draws; empty where that is not known
 * @param deviation its standard deviation over them; empty likewise
 */
public record BesideChance(double measured, OptionalDouble mean, OptionalDouble deviation) {
    /** What chance often gives: 19 times of 20. */
    private static final double USUAL = 2;
    /** What chance all but never gives. */
    private static final double RARE = 5;

    /** A figure of which only the mean over fair draws is known. */
    static BesideChance of(double measured, OptionalDouble mean) {
        return new BesideChance(measured, mean, OptionalDouble.empty());
    }

    /** How many standard deviations lie between, more than the mean positive; empty where that is not known. */
    public OptionalDouble sigma() {
        return mean.isPresent() && deviation.orElse(0) > 0
                ? OptionalDouble.of((measured - mean.getAsDouble()) / deviation.getAsDouble())
                : OptionalDouble.empty();
    }

    /** What the distance from chance means, such as {@code more than chance gives}; empty where it is not known. */
    public String words() {
        if (sigma().isEmpty()) {
            return "";
        }
        double sigma = sigma().getAsDouble();
        if (Math.abs(sigma) < USUAL) {
            return "as by chance";
        }
        String direction = sigma > 0 ? "more" : "less";
        return (Math.abs(sigma) < RARE ? "" : "far ") + direction + " than by chance";
    }

    /** The sigma as it is shown, with its sign; empty where it is not known. */
    public String sigmaText() {
        // a tenth of nothing has no sign
        return sigma().isPresent()
                ? String.format(Locale.ROOT, "%+.1f", Math.rint(10 * sigma().getAsDouble()) / 10 + 0.0)
                : "";
    }
}
