package org.karlworkbench.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** The frame that charts share: a field with a scale to the left and one below. */
final class ChartFrame {
    static final int WIDTH = 720;
    static final int HEIGHT = 260;

    private static final int LEFT = 70;
    private static final int TOP = 12;
    private static final int BOTTOM = 40;
    private static final int STEPS = 6; // at most
    private static final double LIGHTER = 0.4;
    private static final int LETTER = 7; // about the width of a figure

    private final List<Shape> shapes = new ArrayList<>();
    private final double low;
    private final double high;
    private final double top;
    private final MapStyle style;

    /**
     * A frame.
     *
     * @param style its colours
     * @param low the number at the left end
     * @param high the number at the right end, more than {@code low}
     * @param top the number at the upper end, more than 0, which is the lower end
     * @param below what the numbers below are
     */
    ChartFrame(MapStyle style, double low, double high, double top, String below) {
        this.style = style;
        this.low = low;
        this.high = high;
        this.top = top;
        for (double value : marks(0, top)) {
            shapes.add(Shape.Path.line(LEFT, y(value), WIDTH - 10, y(value), style.line(), 255));
            String text = number(value);
            shapes.add(new Shape.Text(LEFT - 6 - LETTER * text.length(), y(value) - 8, text, style.muted()));
        }
        for (double value : marks(low, high)) {
            String text = number(value);
            int left = Math.min(x(value) - 12, WIDTH - LETTER * text.length()); // the last one may be long
            shapes.add(new Shape.Text(left, HEIGHT - BOTTOM + 4, text, style.muted()));
        }
        shapes.add(new Shape.Text(LEFT, HEIGHT - 18, below, style.foreground()));
    }

    /** A colour that was made for a light background, as it stands out from the one of a style. */
    static int on(MapStyle style, int colour) {
        return style.isDark() ? Palette.mix(colour, 0xffffff, LIGHTER) : colour;
    }

    /** Round numbers within a range: multiples of 1, 2 or 5 times a power of ten. */
    private static double[] marks(double from, double to) {
        double rough = (to - from) / STEPS;
        double ten = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = ten * (rough <= ten ? 1 : rough <= 2 * ten ? 2 : rough <= 5 * ten ? 5 : 10);
        return LongStream.rangeClosed((long) Math.ceil(from / step), (long) Math.floor(to / step))
                .mapToDouble(i -> i * step)
                .toArray();
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    int x(double value) {
        return LEFT + (int) Math.round((WIDTH - 10 - LEFT) * (value - low) / (high - low));
    }

    int y(double value) {
        return HEIGHT - BOTTOM - (int) Math.round((HEIGHT - BOTTOM - TOP) * Math.min(value, top) / top);
    }

    void add(Shape shape) {
        shapes.add(shape);
    }

    Picture picture() {
        return new Picture(WIDTH, HEIGHT, style.background(), shapes);
    }
}
