package org.karlworkbench.picture;

import java.util.List;

/** Paints the marked ranges of a map. */
final class MapMarkPainter {
    private static final int BAR = 4;
    private static final int VEIL = 110; // opacity
    private static final int NARROWEST = 2;

    private final MapModel model;
    private final MapStyle style;
    private final List<Shape> shapes;

    MapMarkPainter(MapModel model, MapStyle style, List<Shape> shapes) {
        this.model = model;
        this.style = style;
        this.shapes = shapes;
    }

    /** Paints them over the lanes of a window. */
    void paint(Viewport viewport, MapGeometry geometry) {
        int top = geometry.lanesTop();
        int height = geometry.lanesBottom() - top;
        for (MapMark mark : model.marks()) {
            PixelRange range = range(mark, viewport, geometry.left());
            if (range != null) {
                shapes.add(new Shape.Box(range.x(), top, range.width(), height, style.background(), VEIL));
                shapes.add(new Shape.Box(range.x(), top + height - 1, range.width(), BAR, mark.colour()));
            }
        }
    }

    /** Paints them as bars below the overview strip. */
    void paintPlain(Viewport whole, int left, int bottom) {
        for (MapMark mark : model.marks()) {
            PixelRange range = range(mark, whole, left);
            if (range != null) {
                shapes.add(new Shape.Box(range.x(), bottom - BAR / 2, range.width(), BAR, mark.colour()));
            }
        }
    }

    /** Where a mark lies in a window; null if it is not seen there. */
    private PixelRange range(MapMark mark, Viewport viewport, int left) {
        long start = model.scale().coordinateOf(mark.first());
        long end = model.scale().coordinateOf(mark.last()) + 1;
        if (model.isEmpty() || !viewport.touches(start, end)) {
            return null;
        }
        int from = (int) Math.clamp(viewport.xOf(start), 0.0, viewport.width());
        int to = (int) Math.clamp(Math.ceil(viewport.xOf(end)), 0.0, viewport.width());
        return new PixelRange(left + from, Math.max(NARROWEST, to - from));
    }
}
