package org.karlworkbench.compare.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One figure of a comparison, as the report and the workbench tell it.
 *
 * @param name what it is
 * @param value what was measured
 * @param beside what two fair draws would give; empty where that means nothing
 * @param meaning for people
 */
public record FigureRow(String name, String value, Optional<BesideChance> beside, String meaning) {
    static final List<String> HEADS = List.of("figure", "measured", "by chance", "sigma", "that is", "what it means");

    static FigureRow plain(String name, String value, String meaning) {
        return new FigureRow(name, value, Optional.empty(), meaning);
    }

    static FigureRow plain(String name, long value, String meaning) {
        return plain(name, String.valueOf(value), meaning);
    }

    /** A measured number beside chance. */
    static FigureRow of(String name, BesideChance beside, String meaning) {
        return new FigureRow(name, number(beside.measured()), Optional.of(beside), meaning);
    }

    /** What two fair draws would give on average; empty where that is not known. */
    public String expected() {
        OptionalDouble mean = beside.map(BesideChance::mean).orElse(OptionalDouble.empty());
        return mean.isPresent() ? number(mean.getAsDouble()) : "";
    }

    /** How many standard deviations lie between; empty where that is not known. */
    public String sigma() {
        return beside.map(BesideChance::sigmaText).orElse("");
    }

    /** What that distance means in words; empty where it is not known. */
    public String words() {
        return beside.map(BesideChance::words).orElse("");
    }

    List<String> cells() {
        return List.of(name, value, expected(), sigma(), words(), meaning);
    }

    /** A number with as many digits as help. */
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.valueOf((long) value);
        }
        return String.format(Locale.ROOT, Math.abs(value) < 0.01 ? "%.3g" : "%.2f", value);
    }
}
