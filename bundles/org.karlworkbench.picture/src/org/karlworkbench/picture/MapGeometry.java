package org.karlworkbench.picture;

/**
 * Where the parts of a map lie, in pixels: a column with names at the left; right of it, from top to bottom, the
 * overview strip, the ruler, the lanes and the legend.
 *
 * @param width of the whole map
 * @param height of the whole map
 * @param left where the window onto the addresses begins
 * @param windowWidth pixels of that window, at least 1
 * @param overviewTop upper edge of the overview strip
 * @param overviewHeight height of the overview strip, 0 where there is no room for it
 * @param rulerTop upper edge of the ruler
 * @param rulerHeight height of the ruler
 * @param lanesTop upper edge of the first lane
 * @param laneHeight height of each lane
 * @param laneStep from the upper edge of a lane to that of the next one
 * @param lanes number of lanes
 * @param legendTop upper edge of the legend, below the map where there is no room for it
 */
public record MapGeometry(
        int width,
        int height,
        int left,
        int windowWidth,
        int overviewTop,
        int overviewHeight,
        int rulerTop,
        int rulerHeight,
        int lanesTop,
        int laneHeight,
        int laneStep,
        int lanes,
        int legendTop) {
    /** Free pixels at the borders of the map and between its parts. */
    public static final int PADDING = 8;

    private static final int LANE_GAP = 6;
    private static final int NARROW_GAP = 2;
    private static final int OVERVIEW_LANE = 7;
    private static final int BELOW_RULER = 3;

    /**
     * Lays out a map. Where it is low, the lanes come first: the overview strip goes, then the legend, then lanes get thin.
     *
     * @param model the map
     * @param width pixels there are
     * @param height pixels there are
     * @param nameColumn pixels of the column with names, borders included; see {@link #nameColumn}
     * @param measure the font
     */
    public static MapGeometry of(MapModel model, int width, int height, int nameColumn, TextMeasure measure) {
        int left = Math.min(nameColumn, Math.max(PADDING, width / 3));
        int windowWidth = Math.max(1, width - left - PADDING);
        int legend = model.legend().height(windowWidth, measure);
        int lanes = model.lanes().size() * (measure.height() / 2 + LANE_GAP);
        int strip = overviewHeight(model, measure);
        int others = PADDING + rulerHeight(measure) + BELOW_RULER + lanes + PADDING;
        boolean hasStrip = others + strip + PADDING + legend <= height;
        boolean hasLegend = others + legend <= height;
        return of(model, width, height, left, hasStrip ? strip : 0, hasLegend ? legend : 0, measure);
    }

    private static MapGeometry of(
            MapModel model, int width, int height, int left, int strip, int legend, TextMeasure measure) {
        int lanes = model.lanes().size();
        int rulerTop = strip == 0 ? PADDING / 2 : PADDING + strip + PADDING;
        int lanesTop = rulerTop + rulerHeight(measure) + BELOW_RULER;
        int each = lanes == 0 ? 0 : (height - PADDING - legend - lanesTop) / lanes;
        int gap = each < measure.height() / 2 + LANE_GAP ? NARROW_GAP : LANE_GAP;
        int laneHeight = Math.clamp(each - gap, measure.height() / 4, 4 * measure.height());
        int bottom = lanesTop + lanes * (laneHeight + gap);
        return new MapGeometry(
                width,
                height,
                left,
                Math.max(1, width - left - PADDING),
                PADDING,
                strip,
                rulerTop,
                rulerHeight(measure),
                lanesTop,
                laneHeight,
                laneHeight + gap,
                lanes,
                legend > 0 ? bottom + PADDING / 2 : Math.max(bottom, height));
    }

    private static int overviewHeight(MapModel model, TextMeasure measure) {
        return Math.max(measure.height() + 6, model.lanes().size() * OVERVIEW_LANE + 4);
    }

    private static int rulerHeight(TextMeasure measure) {
        return measure.height() + 10;
    }

    /** Returns the pixels that the names of the lanes and their counts need. */
    public static int nameColumn(MapModel model, TextMeasure measure) {
        int widest = measure.width("1023.9 KiB shown");
        for (MapLane lane : model.lanes()) {
            String count = Numbers.count(lane.count());
            widest = Math.max(widest, measure.width(count + " of " + count));
            widest = Math.max(widest, measure.width(Names.clean(lane.name())));
        }
        return Math.min(widest, 24 * measure.height()) + 2 * PADDING + PADDING / 2;
    }

    /** Returns the height that a map needs so that two lines of text fit into each of its lanes. */
    public static int comfortableHeight(MapModel model, TextMeasure measure) {
        int lanes = model.lanes().size();
        int above = PADDING + overviewHeight(model, measure) + PADDING + rulerHeight(measure) + BELOW_RULER;
        int legend = model.legend().height(Integer.MAX_VALUE, measure);
        return above + lanes * (2 * measure.height() + PADDING + LANE_GAP) + PADDING + legend;
    }

    /** Returns the upper edge of a lane. */
    public int laneTop(int lane) {
        return lanesTop + lane * laneStep;
    }

    /** Returns the lower edge of the last lane. */
    public int lanesBottom() {
        return lanes == 0 ? lanesTop : laneTop(lanes - 1) + laneHeight;
    }

    /** Returns the lane that is painted at a height, or -1. */
    public int laneAt(int y) {
        if (y < lanesTop || lanes == 0) {
            return -1;
        }
        int lane = (y - lanesTop) / laneStep;
        return lane < lanes && y < laneTop(lane) + laneHeight ? lane : -1;
    }

    /** Tells whether there is room for the overview strip. */
    public boolean hasOverview() {
        return overviewHeight > 0;
    }

    /** Tells whether a place lies in the overview strip. */
    public boolean inOverview(int x, int y) {
        return inWindow(x) && y >= overviewTop && y < overviewTop + overviewHeight;
    }

    /** Tells whether a column of pixels lies in the window onto the addresses. */
    public boolean inWindow(int x) {
        return x >= left && x < left + windowWidth;
    }

    /** Returns the right edge of the window onto the addresses. */
    public int right() {
        return left + windowWidth;
    }
}
