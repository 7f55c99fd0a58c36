package org.karlworkbench.picture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Two lanes over one address axis, with ribbons between the places of the same thing in both. */
public final class RibbonPicture {
    private static final int MARGIN = 8;
    private static final int LANE_HEIGHT = 28;
    private static final int BETWEEN = 240;
    private static final int OPACITY = 110;

    private final MapLane a;
    private final MapLane b;
    private final AddressScale scale;
    private final TextMeasure measure;
    private final int width;
    private final int top;
    private final int bottom;
    private final List<Shape> shapes = new ArrayList<>();

    private RibbonPicture(MapLane a, MapLane b, int width, TextMeasure measure) {
        this.a = a;
        this.b = b;
        this.width = width;
        this.measure = measure;
        scale = AddressScale.of(List.of(a, b));
        top = MARGIN + measure.height() + MARGIN / 2;
        bottom = top + LANE_HEIGHT + BETWEEN;
    }

    /**
     * Draws them.
     *
     * @param a the upper lane
     * @param b the lower one
     * @param partner for each item of the upper lane its number in the lower one, or -1
     * @param width of the picture in pixels, above 100
     * @param style the colours
     * @param measure the font
     * @return the picture; what lies in one pixel is drawn once
     */
    public static Picture of(MapLane a, MapLane b, int[] partner, int width, MapStyle style, TextMeasure measure) {
        RibbonPicture picture = new RibbonPicture(a, b, width, measure);
        picture.ribbons(partner);
        picture.lane(a, picture.top, MARGIN, style);
        picture.lane(b, picture.bottom, picture.bottom + LANE_HEIGHT + MARGIN / 2, style);
        int height = picture.bottom + LANE_HEIGHT + measure.height() + 2 * MARGIN;
        return new Picture(width, height, style.background(), picture.shapes);
    }

    private int x(long address) {
        long length = Math.max(1, scale.length());
        return MARGIN + (int) ((width - 2.0 * MARGIN) * scale.coordinateOf(address) / length);
    }

    private void ribbons(int[] partner) {
        long farthest = 1;
        for (int item = 0; item < a.count(); item++) {
            farthest = partner[item] < 0 ? farthest : Math.max(farthest, distance(item, partner[item]));
        }
        Set<Long> drawn = new HashSet<>();
        for (int item = 0; item < a.count(); item++) {
            int other = partner[item];
            int from = middle(a, item);
            int to = other < 0 ? 0 : middle(b, other);
            if (other >= 0 && drawn.add((long) from << Integer.SIZE | to)) {
                int colour = Palette.ofDistance(distance(item, other) / (double) farthest);
                shapes.add(Shape.Path.line(from, top + LANE_HEIGHT, to, bottom, colour, OPACITY));
            }
        }
    }

    private long distance(int item, int other) {
        return Math.abs(b.address(other) - a.address(item));
    }

    private int middle(MapLane lane, int item) {
        return (x(lane.address(item)) + x(lane.last(item))) / 2;
    }

    private void lane(MapLane lane, int y, int textTop, MapStyle style) {
        shapes.add(new Shape.Box(MARGIN, y, width - 2 * MARGIN, LANE_HEIGHT, style.lane()));
        int done = -1;
        for (int item = 0; item < lane.count(); item++) {
            int from = x(lane.address(item));
            int to = Math.max(from + 1, x(lane.last(item)));
            if (to > done) {
                int start = Math.max(from, done);
                shapes.add(new Shape.Box(start, y, to - start, LANE_HEIGHT, lane.colour(item)));
                label(lane, item, start, to, y);
                done = to;
            }
        }
        shapes.add(new Shape.Text(MARGIN, textTop, lane.name(), style.foreground()));
    }

    private void label(MapLane lane, int item, int from, int to, int y) {
        String text = to - from < 2 * measure.height() ? null : Names.clean(lane.label(item));
        if (text != null && measure.width(text) + MARGIN < to - from) {
            int dark = Palette.textOn(lane.colour(item));
            shapes.add(new Shape.Text(from + MARGIN / 2, y + (LANE_HEIGHT - measure.height()) / 2, text, dark));
        }
    }
}
