package org.karlworkbench.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns a map and a window onto it into shapes. The number of shapes depends on the pixels, never on the number of
 * items: at most two for each pixel column of a lane, and as many again for its stripe in the overview strip.
 */
public final class MapPainter {
    private static final long HUGE_PAGE = 2L << 20;
    private static final long CACHE_LINE = 64;
    private static final int LINES_APART = 12;

    private final MapModel model;
    private final MapStyle style;
    private final TextMeasure measure;
    private final Highlight highlight;

    /**
     * Makes a painter.
     *
     * @param model what is painted
     * @param style its colours
     * @param measure the font that the shapes will be drawn with
     * @param highlight what is lit, or {@link Highlight#NONE}
     */
    public MapPainter(MapModel model, MapStyle style, TextMeasure measure, Highlight highlight) {
        this.model = model;
        this.style = style;
        this.measure = measure;
        this.highlight = highlight;
    }

    /**
     * Returns the whole map as one picture.
     *
     * @param viewport the window; as wide as the geometry says
     */
    public Picture paint(Viewport viewport, MapGeometry geometry) {
        List<Shape> shapes = new ArrayList<>(overview(geometry));
        shapes.addAll(overviewWindow(viewport, geometry));
        shapes.addAll(window(viewport, geometry));
        return new Picture(geometry.width(), geometry.height(), style.background(), shapes);
    }

    /** Returns the overview strip of the whole axis; it stays the same while the window moves. */
    public List<Shape> overview(MapGeometry geometry) {
        if (!geometry.hasOverview()) {
            return List.of();
        }
        List<Shape> shapes = new ArrayList<>();
        int top = geometry.overviewTop();
        int height = geometry.overviewHeight();
        shapes.add(new Shape.Box(geometry.left(), top, geometry.windowWidth(), height, style.lane()));
        Viewport whole = Viewport.whole(model.scale().length(), geometry.windowWidth());
        LanePainter painter = new LanePainter(model, style, measure, highlight, shapes);
        int lanes = geometry.lanes();
        for (int lane = 0; lane < lanes; lane++) {
            int from = top + 2 + (height - 4) * lane / lanes;
            int to = top + 2 + (height - 4) * (lane + 1) / lanes;
            painter.paint(lane, whole, geometry.left(), from, Math.max(1, to - from - 1), false);
        }
        new FoldPainter(model.scale(), style, measure, shapes).paintPlain(whole, geometry.left(), top, height);
        new MapMarkPainter(model, style, shapes).paintPlain(whole, geometry.left(), top + height);
        name(shapes, "Whole kernel", style.muted(), top, height, geometry);
        return shapes;
    }

    /** Returns the marks on the overview strip that show which part the window shows. */
    public List<Shape> overviewWindow(Viewport viewport, MapGeometry geometry) {
        List<Shape> shapes = new ArrayList<>();
        if (model.isEmpty() || viewport.isWhole() || !geometry.hasOverview()) {
            return shapes;
        }
        int[] marked = overviewRange(viewport, geometry);
        int top = geometry.overviewTop();
        int height = geometry.overviewHeight();
        int veil = style.isDark() ? 150 : 165;
        shapes.add(new Shape.Box(geometry.left(), top, marked[0] - geometry.left(), height, style.background(), veil));
        shapes.add(new Shape.Box(marked[1], top, geometry.right() - marked[1], height, style.background(), veil));
        shapes.add(new Shape.Frame(marked[0], top, marked[1] - marked[0], height, 2, style.selection()));
        return shapes;
    }

    /** Returns left and right edge of the window's mark, at least wide enough to be caught with the mouse. */
    private static int[] overviewRange(Viewport viewport, MapGeometry geometry) {
        double scale = geometry.windowWidth() / (double) viewport.length();
        double middle = (viewport.from() + viewport.span() / 2) * scale;
        double half = Math.max(4, viewport.span() * scale / 2);
        int from = (int) Math.round(Math.max(0, middle - half));
        int to = (int) Math.round(Math.min(geometry.windowWidth(), middle + half));
        return new int[] {geometry.left() + from, geometry.left() + to};
    }

    /** Returns ruler, lanes and the names of the lanes for a window. */
    public List<Shape> window(Viewport viewport, MapGeometry geometry) {
        List<Shape> shapes = new ArrayList<>();
        int left = geometry.left();
        LanePainter painter = new LanePainter(model, style, measure, highlight, shapes);
        for (int lane = 0; lane < geometry.lanes(); lane++) {
            int top = geometry.laneTop(lane);
            shapes.add(new Shape.Box(left, top, geometry.windowWidth(), geometry.laneHeight(), style.lane()));
            painter.paint(lane, viewport, left, top, geometry.laneHeight(), true);
            laneName(shapes, lane, geometry);
        }
        shapes.addAll(model.legend().shapes(left, geometry.legendTop(), geometry.windowWidth(), style, measure));
        if (!model.isEmpty()) {
            new MapMarkPainter(model, style, shapes).paint(viewport, geometry);
            lines(shapes, viewport, geometry);
            new FoldPainter(model.scale(), style, measure, shapes).paint(viewport, geometry);
            String shown = Numbers.bytes(Math.round(viewport.span())) + (viewport.isWhole() ? "" : " shown");
            name(shapes, shown, style.muted(), geometry.rulerTop(), measure.height() + 4, geometry);
            new RulerPainter(model, style, measure, geometry, viewport).paint(shapes);
        }
        return shapes;
    }

    /**
     * Returns what is painted at a place.
     *
     * @param x pixels from the left edge of the map
     * @param y pixels from its upper edge
     * @return the item, or null if none is painted there
     */
    public Hit at(Viewport viewport, MapGeometry geometry, int x, int y) {
        int lane = geometry.laneAt(y);
        return lane < 0 || !geometry.inWindow(x)
                ? null
                : LaneRun.at(model, lane, viewport, highlight, x - geometry.left());
    }

    private void laneName(List<Shape> shapes, int lane, MapGeometry geometry) {
        int top = geometry.laneTop(lane);
        int height = geometry.laneHeight();
        String name = Names.clean(model.lane(lane).name());
        if (4 * geometry.laneStep() < 3 * measure.height()) {
            return; // names would stand in each other
        }
        if (height < 2 * measure.height()) {
            name(shapes, name, style.foreground(), top, height, geometry);
            return;
        }
        int half = (height - 2 * measure.height()) / 2;
        name(shapes, name, style.foreground(), top + half, measure.height(), geometry);
        name(shapes, countOf(lane), style.muted(), top + half + measure.height(), measure.height(), geometry);
    }

    private String countOf(int lane) {
        String all = Numbers.count(model.lane(lane).count());
        if (highlight.isOn()) {
            return Numbers.count(highlight.count(lane)) + " of " + all;
        }
        return all + (model.lane(lane).count() == 1 ? " item" : " items");
    }

    private void name(List<Shape> shapes, String name, int colour, int top, int height, MapGeometry geometry) {
        String fitted = measure.fitted(name, geometry.left() - 2 * MapGeometry.PADDING);
        int y = top + (height - measure.height()) / 2;
        shapes.add(new Shape.Text(MapGeometry.PADDING, y, fitted, colour));
    }

    private void lines(List<Shape> shapes, Viewport viewport, MapGeometry geometry) {
        long[] distances = {1, CACHE_LINE, model.pageSize(), HUGE_PAGE};
        int[] opacities = {28, 60, 110, 170};
        for (int i = 0; i < distances.length; i++) {
            for (int x : Ruler.lines(model.scale(), viewport, distances[i], LINES_APART)) {
                int at = geometry.left() + x;
                if (at > geometry.left() && at < geometry.right()) {
                    shapes.add(Shape.Path.line(
                            at,
                            geometry.lanesTop() - 3,
                            at,
                            geometry.lanesBottom() + 2,
                            style.foreground(),
                            opacities[i] * 2 / 3));
                }
            }
        }
    }
}
