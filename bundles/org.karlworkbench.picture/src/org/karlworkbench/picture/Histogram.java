package org.karlworkbench.picture;

import java.util.Arrays;

/** How many of some numbers lie where, as bars. */
public final class Histogram {
    private static final int BAR = 0x3b6ea5;

    private Histogram() {}

    /**
     * Draws numbers.
     *
     * @param style its colours
     * @param values finite numbers; none gives an empty frame
     * @param bins how many bars, 1 or more
     * @param below what the numbers are
     */
    public static Picture of(MapStyle style, double[] values, int bins, String below) {
        double low = Math.floor(Arrays.stream(values).min().orElse(0));
        double high = Math.max(low + 1, Math.ceil(Arrays.stream(values).max().orElse(1)));
        int[] counts = new int[bins];
        for (double value : values) {
            counts[(int) Math.min(bins - 1, (value - low) / (high - low) * bins)]++;
        }
        ChartFrame frame = new ChartFrame(
                style, low, high, Math.max(1, Arrays.stream(counts).max().orElse(1)), below);
        for (int i = 0; i < bins; i++) {
            int left = frame.x(low + (high - low) * i / bins);
            int right = frame.x(low + (high - low) * (i + 1) / bins);
            frame.add(new Shape.Box(
                    left,
                    frame.y(counts[i]),
                    Math.max(1, right - left - 1),
                    frame.y(0) - frame.y(counts[i]),
                    ChartFrame.on(style, BAR)));
        }
        return frame.picture();
    }
}
