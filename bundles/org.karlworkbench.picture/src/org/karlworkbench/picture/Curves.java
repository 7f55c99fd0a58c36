package org.karlworkbench.picture;

import java.util.ArrayList;
import java.util.List;

/** Curves over a logarithmic scale of counts. */
public final class Curves {
    private static final int[] COLOURS = {0x3b6ea5, 0xb5542b, 0x707070};

    private Curves() {}

    /**
     * Draws curves.
     *
     * @param style its colours
     * @param counts the numbers below, 1 or more, ascending
     * @param curves a value of 0 or more for each count, for each curve
     * @param names what the curves are
     */
    public static Picture of(MapStyle style, int[] counts, List<double[]> curves, List<String> names) {
        double top = 1;
        for (double[] curve : curves) {
            for (double value : curve) {
                top = Math.max(top, value);
            }
        }
        double low = counts.length == 0 ? 0 : Math.log10(counts[0]);
        double high = counts.length < 2 ? low + 1 : Math.log10(counts[counts.length - 1]);
        ChartFrame frame = new ChartFrame(style, low, high, Math.ceil(top), "log10 of the number of layouts");
        for (int i = 0; i < curves.size(); i++) {
            int colour = ChartFrame.on(style, COLOURS[i % COLOURS.length]);
            List<Integer> points = new ArrayList<>();
            for (int k = 0; k < counts.length; k++) {
                points.add(frame.x(Math.log10(counts[k])));
                points.add(frame.y(curves.get(i)[k]));
            }
            if (points.size() > 2) {
                frame.add(new Shape.Path(points, colour, 255));
            }
            frame.add(new Shape.Text(ChartFrame.WIDTH - 200, 150 + 18 * i, names.get(i), colour));
        }
        return frame.picture();
    }
}
