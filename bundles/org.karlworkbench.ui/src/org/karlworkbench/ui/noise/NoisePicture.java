package org.karlworkbench.ui.noise;

import java.util.Arrays;
import org.karlworkbench.debug.noise.NoiseResult;
import org.karlworkbench.picture.Histogram;
import org.karlworkbench.picture.MapStyle;
import org.karlworkbench.picture.Picture;
import org.karlworkbench.ui.Formats;

/** The distribution of what was measured. */
final class NoisePicture {
    private static final int BINS = 40;

    /** The bars of a histogram begin and end at whole numbers: so many of them make a picture. */
    private static final double FINE = 100;

    private static final long FINEST = 1_000_000_000L;

    private NoisePicture() {}

    /** Draws it. */
    static Picture of(NoiseResult result, MapStyle style) {
        double[] values = result.values().stream()
                .mapToDouble(each -> each)
                .filter(Double::isFinite)
                .toArray();
        double range = Arrays.stream(values).max().orElse(0)
                - Arrays.stream(values).min().orElse(0);
        long parts = 1;
        while (range > 0 && range * parts < FINE && parts < FINEST) {
            parts *= 10;
        }
        long each = parts;
        String unit = result.timed() ? "ms" : "measured";
        return Histogram.boxed(
                style,
                Arrays.stream(values).map(value -> value * each).toArray(),
                BINS,
                parts == 1 ? unit : unit + " × " + Formats.count(parts));
    }
}
