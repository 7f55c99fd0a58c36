package org.karlworkbench.compare.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One figure of a report.
 *
 * @param name what it is
 * @param value what was measured
 * @param expected what two fair draws would give; empty where that means nothing
 * @param sigma how many standard deviations lie between; empty where they are not known
 * @param meaning for people
 */
record FigureRow(String name, String value, String expected, String sigma, String meaning) {
    static final List<String> HEADS = List.of("figure", "measured", "by chance", "sigma", "what it means");

    static FigureRow plain(String name, String value, String meaning) {
        return new FigureRow(name, value, "", "", meaning);
    }

    static FigureRow plain(String name, long value, String meaning) {
        return plain(name, String.valueOf(value), meaning);
    }

    /** A measured number beside its mean and standard deviation. */
    static FigureRow of(String name, double value, OptionalDouble mean, OptionalDouble deviation, String meaning) {
        boolean known = mean.isPresent() && deviation.orElse(0) > 0;
        return new FigureRow(
                name,
                number(value),
                mean.isPresent() ? number(mean.getAsDouble()) : "",
                known ? number((value - mean.getAsDouble()) / deviation.getAsDouble()) : "",
                meaning);
    }

    List<String> cells() {
        return List.of(name, value, expected, sigma, meaning);
    }

    /** A number with as many digits as help. */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.valueOf((long) value);
        }
        return String.format(Locale.ROOT, Math.abs(value) < 0.01 ? "%.3g" : "%.2f", value);
    }
}
