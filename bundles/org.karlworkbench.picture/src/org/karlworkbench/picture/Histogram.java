package org.karlworkbench.picture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** How many of some numbers lie where, as bars. */
public final class Histogram {
    private static final int BAR = 0x3b6ea5;
    private static final int OTHER = 0xc4622d;
    private static final int OPACITY = 150;
    private static final int NAMES = 90;
    private static final int LINE = 18;

    /** How much room there is above the bars for the box. */
    private static final double ABOVE = 1.25;

    private static final int BOX_TOP = 20;
    private static final int BOX = 18;

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
        return of(style, List.of(values), bins, below, List.of());
    }

    /**
     * Draws numbers, and above them a box from quartile to quartile with the median in it, and a line from the least to the
     * greatest.
     *
     * @param style its colours
     * @param values finite numbers; none gives an empty frame
     * @param bins how many bars, 1 or more
     * @param below what the numbers are
     */
    public static Picture boxed(MapStyle style, double[] values, int bins, String below) {
        return of(style, List.of(values), bins, below, null);
    }

    /**
     * Draws two lots of numbers over each other: what both have shines through.
     *
     * @param style its colours
     * @param first finite numbers; none gives no bars
     * @param second likewise
     * @param bins how many bars for each, 1 or more
     * @param below what the numbers are
     * @param names what the lots are called
     */
    public static Picture overlay(
            MapStyle style, double[] first, double[] second, int bins, String below, List<String> names) {
        return of(style, List.of(first, second), bins, below, names);
    }

    private static Picture of(MapStyle style, List<double[]> lots, int bins, String below, List<String> names) {
        double low = Math.floor(all(lots).min().orElse(0));
        double high = Math.max(low + 1, Math.ceil(all(lots).max().orElse(1)));
        List<double[]> counts =
                lots.stream().map(values -> counts(values, bins, low, high)).toList();
        boolean boxed = names == null;
        double most = Math.max(1, all(counts).max().orElse(1)) * (boxed ? ABOVE : 1);
        ChartFrame frame = new ChartFrame(style, low, high, most, below);
        for (int lot = 0; lot < counts.size(); lot++) {
            int colour = ChartFrame.on(style, lot == 0 ? BAR : OTHER);
            for (int i = 0; i < bins; i++) {
                int left = frame.x(low + (high - low) * i / bins);
                int right = frame.x(low + (high - low) * (i + 1) / bins);
                double count = counts.get(lot)[i];
                int height = frame.y(0) - frame.y(count);
                frame.add(new Shape.Box(
                        left, frame.y(count), Math.max(1, right - left - 1), height, colour, lot == 0 ? 255 : OPACITY));
            }
        }
        if (boxed) {
            box(frame, style, lots.getFirst());
            return frame.picture();
        }
        for (int lot = 0; lot < names.size(); lot++) {
            int colour = ChartFrame.on(style, lot == 0 ? BAR : OTHER);
            frame.add(new Shape.Text(NAMES, LINE * (lot + 1), Names.clean(names.get(lot)), colour));
        }
        return frame.picture();
    }

    private static void box(ChartFrame frame, MapStyle style, double[] values) {
        if (values.length == 0) {
            return;
        }
        double[] sorted = Arrays.stream(values).sorted().toArray();
        int colour = ChartFrame.on(style, OTHER);
        int least = frame.x(sorted[0]);
        int greatest = frame.x(sorted[sorted.length - 1]);
        int low = frame.x(quantile(sorted, 0.25));
        int high = frame.x(quantile(sorted, 0.75));
        int middle = BOX_TOP + BOX / 2;
        frame.add(new Shape.Box(least, middle, Math.max(1, greatest - least), 1, colour, 255));
        frame.add(new Shape.Box(low, BOX_TOP, Math.max(1, high - low), BOX, colour, OPACITY));
        frame.add(new Shape.Box(frame.x(quantile(sorted, 0.5)) - 1, BOX_TOP - 2, 3, BOX + 4, colour, 255));
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int before = (int) place;
        int behind = Math.min(before + 1, sorted.length - 1);
        return sorted[before] + (place - before) * (sorted[behind] - sorted[before]);
    }

    private static DoubleStream all(List<double[]> lots) {
        return lots.stream().flatMapToDouble(Arrays::stream);
    }

    private static double[] counts(double[] values, int bins, double low, double high) {
        double[] counts = new double[bins];
        for (double value : values) {
            counts[(int) Math.min(bins - 1, (value - low) / (high - low) * bins)]++;
        }
        return counts;
    }
}
