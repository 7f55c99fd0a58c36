package org.karlworkbench.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * What the colours of a map mean: patches with words, in lines from left to right.
 *
 * @param entries in the order in which they are shown
 */
public record Legend(List<Entry> entries) {
    /** Says nothing and takes no room. */
    public static final Legend NONE = new Legend(List.of());

    private static final int PATCH = 12;
    private static final int TO_WORDS = 5;
    private static final int BETWEEN = 16;
    private static final int MOST_LINES = 2;

    /**
     * What one colour means.
     *
     * @param colour {@code 0xRRGGBB}, with {@link Palette#HATCHED} added for a hatched one
     * @param words what it means
     */
    public record Entry(int colour, String words) {}

    /** Copies the entries. */
    public Legend {
        entries = List.copyOf(entries);
    }

    /**
     * Returns the pixels that the legend needs below a map.
     *
     * @param width of the map's window
     */
    public int height(int width, TextMeasure measure) {
        return entries.isEmpty() ? 0 : lines(width, measure) * step(measure) + MapGeometry.PADDING;
    }

    /**
     * Draws it alone, in one line and as wide as it has to be.
     *
     * @param style whose colours are used
     */
    public Picture picture(MapStyle style, TextMeasure measure) {
        int width = entries.stream()
                .mapToInt(entry -> wide(entry, measure) + BETWEEN)
                .sum();
        return new Picture(
                Math.max(1, width),
                step(measure),
                style.background(),
                shapes(0, (step(measure) - measure.height()) / 2, Math.max(1, width), style, measure));
    }

    private int lines(int width, TextMeasure measure) {
        int lines = 1;
        int x = 0;
        for (Entry entry : entries) {
            int wide = wide(entry, measure);
            if (x > 0 && x + wide > width) {
                lines++;
                x = 0;
            }
            x += wide + BETWEEN;
        }
        return Math.min(MOST_LINES, lines);
    }

    private static int step(TextMeasure measure) {
        return Math.max(PATCH, measure.height()) + 4;
    }

    private static int wide(Entry entry, TextMeasure measure) {
        return PATCH + TO_WORDS + measure.width(Names.clean(entry.words()));
    }

    /** Returns the legend's shapes; what finds no room in two lines is left out. */
    List<Shape> shapes(int left, int top, int width, MapStyle style, TextMeasure measure) {
        List<Shape> shapes = new ArrayList<>();
        int x = 0;
        int line = 0;
        for (Entry entry : entries) {
            int wide = wide(entry, measure);
            if (x > 0 && x + wide > width) {
                line++;
                x = 0;
            }
            if (line == MOST_LINES) {
                break;
            }
            int y = top + line * step(measure);
            patch(shapes, entry.colour(), left + x, y + (measure.height() - PATCH) / 2);
            String words = measure.fitted(Names.clean(entry.words()), width - PATCH - TO_WORDS);
            shapes.add(new Shape.Text(left + x + PATCH + TO_WORDS, y, words, style.muted()));
            x += wide + BETWEEN;
        }
        return shapes;
    }

    private static void patch(List<Shape> shapes, int colour, int x, int y) {
        int rgb = colour & Palette.RGB;
        if ((colour & Palette.HATCHED) == 0) {
            shapes.add(new Shape.Box(x, y, PATCH, PATCH, rgb));
        } else {
            shapes.add(new Shape.Box(x, y, PATCH, PATCH, rgb, 60));
            shapes.add(new Shape.Hatch(x, y, PATCH, PATCH, rgb, 255));
        }
    }
}
