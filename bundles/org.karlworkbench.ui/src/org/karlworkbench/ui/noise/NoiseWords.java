package org.karlworkbench.ui.noise;

import java.util.Locale;
import org.karlworkbench.debug.noise.NoiseResult;
import org.karlworkbench.ui.Formats;

/** What a measurement of many relinks says. */
final class NoiseWords {
    /** Below it each whole number has a double of its own. */
    private static final double WHOLE = 1e15;

    private NoiseWords() {}

    /** A value with its unit, where that is known. */
    static String value(double value, boolean timed) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < WHOLE;
        String digits = whole ? Formats.count((long) value) : String.format(Locale.ROOT, "%.6g", value);
        return digits + (timed ? " ms" : "");
    }

    /** The result in a sentence. */
    static String sentence(NoiseResult result) {
        int failed = result.values().size() - result.measured();
        String some = failed == 0 ? "" : Formats.plural(failed, "relink", "relinks") + " could not be measured. ";
        int features = result.features().size();
        return some
                + (features == 0
                        ? "Of " + Formats.plural(result.tested(), "feature", "features")
                                + " of the layouts none goes with the values beyond chance."
                        : Formats.count(features) + " of " + Formats.plural(result.tested(), "feature", "features")
                                + (features == 1 ? " goes" : " go")
                                + " with slow and fast; more of what has a positive correlation goes with larger values.");
    }
}
