package org.karlworkbench.picture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Ribbons between the places of the same things in two maps, the upper one and the lower one, each seen through a window
 * of its own. Immutable; a picture of them costs O(ribbons).
 */
public final class Ribbons {
    /** No ribbons. */
    public static final Ribbons NONE = new Ribbons(MapModel.EMPTY, MapModel.EMPTY, 0, new int[0]);

    private static final int NARROW = 2; // pixels; narrower ribbons are lines
    private static final int MANY = 4_000; // ribbons, beyond which those from near to near are drawn as one
    private static final int NEAR = 16; // pixels
    private static final int FAR = 1 << 14; // pixels beyond which a ribbon's end is not told exactly
    private static final int OPACITY = 90;
    private static final int DIMMED = 26;
    private static final int LIT = 220;

    private final MapModel upper;
    private final MapModel lower;
    private final int lane;
    private final int[] partner;

    /**
     * Takes what two maps show.
     *
     * @param upper the upper map's model; its colours are the ribbons'
     * @param lower the lower map's model
     * @param lane the lane of which the items are, in both
     * @param partner for each item of the upper lane its number in the lower one, or -1; not changed after that
     */
    public Ribbons(MapModel upper, MapModel lower, int lane, int[] partner) {
        this.upper = upper;
        this.lower = lower;
        this.lane = lane;
        this.partner = partner;
    }

    /**
     * Where a band of ribbons lies, in pixels.
     *
     * @param top its upper edge
     * @param height of the band
     * @param upper what the upper map shows
     * @param upperLeft where its window begins
     * @param lower what the lower map shows
     * @param lowerLeft where its window begins
     */
    public record Band(int top, int height, Viewport upper, int upperLeft, Viewport lower, int lowerLeft) {
        /** A band at the upper edge of its picture. */
        public Band(int height, Viewport upper, int upperLeft, Viewport lower, int lowerLeft) {
            this(0, height, upper, upperLeft, lower, lowerLeft);
        }

        private int bottom() {
            return top + height;
        }
    }

    /** The item of the lower lane that belongs to one of the upper lane, or -1. */
    public int partner(int item) {
        return item < 0 || item >= partner.length ? -1 : partner[item];
    }

    /** The item of the upper lane that belongs to one of the lower lane, or -1; linear. */
    public int partnerOfLower(int item) {
        for (int i = 0; i < partner.length; i++) {
            if (partner[i] == item && item >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** The lane of which the items are. */
    public int lane() {
        return lane;
    }

    /**
     * Draws those that are seen in either window.
     *
     * @param band where they lie
     * @param lit the item of the upper lane whose ribbon stands out, or -1
     * @return the shapes; ribbons that cannot be told apart are drawn once, and of thousands, which only make a dense
     *     tangle, a few that stand for their neighbours
     */
    public List<Shape> shapes(Band band, int lit) {
        List<Shape> shapes = new ArrayList<>();
        Set<Long> lines = new HashSet<>();
        for (int item = 0; item < partner.length; item++) {
            if (item != lit) {
                add(shapes, lines, band, item, lit < 0 ? OPACITY : DIMMED);
            }
        }
        if (partner(lit) >= 0) {
            lines.clear();
            add(shapes, lines, band, lit, LIT);
        }
        return shapes;
    }

    /**
     * The ribbon at a point of the band.
     *
     * @return its item in the upper lane, the narrowest of several; -1 for none
     */
    public int at(Band band, int x, int y) {
        double share = band.height() == 0 ? 0 : (y - band.top()) / (double) band.height();
        int found = -1;
        double narrowest = Double.MAX_VALUE;
        for (int item = 0; item < partner.length; item++) {
            if (isSeen(band, item)) {
                double from = between(x(band, item, false), xLower(band, item, false), share);
                double to = between(x(band, item, true), xLower(band, item, true), share);
                if (x >= from - 1 && x <= to + 1 && to - from < narrowest) {
                    narrowest = to - from;
                    found = item;
                }
            }
        }
        return found;
    }

    private static double between(double from, double to, double share) {
        return from + (to - from) * share;
    }

    private boolean isSeen(Band band, int item) {
        int other = partner[item];
        return other >= 0
                && (band.upper().touches(upper.startOf(lane, item), upper.endOf(lane, item))
                        || band.lower().touches(lower.startOf(lane, other), lower.endOf(lane, other)));
    }

    private void add(List<Shape> shapes, Set<Long> lines, Band band, int item, int opacity) {
        if (!isSeen(band, item)) {
            return;
        }
        int from = x(band, item, false);
        int to = x(band, item, true);
        int lowerFrom = xLower(band, item, false);
        int lowerTo = xLower(band, item, true);
        int colour = upper.lanes().get(lane).colour(item) & Palette.RGB;
        if (to - from <= NARROW && lowerTo - lowerFrom <= NARROW) {
            int cell = partner.length > MANY ? NEAR : 1;
            if (lines.add(
                    (long) Math.floorDiv(from, cell) << Integer.SIZE | Math.floorDiv(lowerFrom, cell) & 0xffffffffL)) {
                shapes.add(Shape.Path.line(from, band.top(), lowerFrom, band.bottom(), colour, opacity));
            }
        } else {
            int top = band.top();
            List<Integer> points = List.of(from, top, to, top, lowerTo, band.bottom(), lowerFrom, band.bottom());
            shapes.add(new Shape.Area(points, colour, opacity));
        }
    }

    private int x(Band band, int item, boolean end) {
        long coordinate = end ? upper.endOf(lane, item) : upper.startOf(lane, item);
        return band.upperLeft() + pixel(band.upper(), coordinate);
    }

    private int xLower(Band band, int item, boolean end) {
        long coordinate = end ? lower.endOf(lane, partner[item]) : lower.startOf(lane, partner[item]);
        return band.lowerLeft() + pixel(band.lower(), coordinate);
    }

    private static int pixel(Viewport window, long coordinate) {
        return Math.clamp(Math.round(window.xOf(coordinate)), -FAR, window.width() + FAR);
    }
}
