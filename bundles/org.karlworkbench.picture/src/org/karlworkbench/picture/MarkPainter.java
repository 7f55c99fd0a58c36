package org.karlworkbench.picture;

import java.util.ArrayList;
import java.util.List;

/** Paints what changes while the window stays: the selected item, the item at the pointer and the pointer's address. */
public final class MarkPainter {
    private static final int NARROWEST = 5;
    private static final int BAND = 40; // opacity

    private final MapModel model;
    private final MapStyle style;
    private final TextMeasure measure;
    private final MapGeometry geometry;
    private final Viewport viewport;
    private final List<Shape> shapes = new ArrayList<>();

    /** Makes a painter for one frame. */
    public MarkPainter(MapModel model, MapStyle style, TextMeasure measure, MapGeometry geometry, Viewport viewport) {
        this.model = model;
        this.style = style;
        this.measure = measure;
        this.geometry = geometry;
        this.viewport = viewport;
    }

    /** Returns the shapes of all marks so far, in order. */
    public List<Shape> shapes() {
        return List.copyOf(shapes);
    }

    /** Marks the selected item: a frame around it, its range over all lanes, its place in ruler and overview strip. */
    public void selected(int lane, int item) {
        overviewMark(lane, item);
        PixelRange range = rangeOf(lane, item);
        if (range == null) {
            return;
        }
        int top = geometry.rulerTop() + geometry.rulerHeight() - 4;
        int bottom = geometry.lanesBottom();
        int laneTop = geometry.laneTop(lane); // the item keeps its own colour, only the rest of the band is tinted
        int below = laneTop + geometry.laneHeight();
        shapes.add(new Shape.Box(range.x(), top + 4, range.width(), laneTop - top - 4, style.selection(), BAND));
        shapes.add(new Shape.Box(range.x(), below, range.width(), bottom - below, style.selection(), BAND));
        shapes.add(new Shape.Box(range.x(), top, range.width(), 4, style.selection()));
        frame(range, lane, 2, style.selection());
    }

    private void overviewMark(int lane, int item) {
        if (!geometry.hasOverview()) {
            return;
        }
        Viewport whole = Viewport.whole(model.scale().length(), geometry.windowWidth());
        int from = (int) whole.xOf(model.startOf(lane, item));
        int to = Math.max(from + 2, (int) whole.xOf(model.endOf(lane, item)));
        int height = geometry.overviewHeight();
        shapes.add(new Shape.Box(geometry.left() + from, geometry.overviewTop(), to - from, 3, style.selection()));
        shapes.add(new Shape.Box(
                geometry.left() + from, geometry.overviewTop() + height - 3, to - from, 3, style.selection()));
    }

    /** Marks the item at the pointer with a thin frame. */
    public void hovered(int lane, int item) {
        PixelRange range = rangeOf(lane, item);
        if (range != null) {
            frame(range, lane, 1, style.foreground());
        }
    }

    /** Marks an address: a line over all lanes and the address on the ruler. */
    public void pointer(double coordinate) {
        int x = geometry.left() + (int) viewport.xOf(coordinate);
        if (!geometry.inWindow(x) || model.isEmpty()) {
            return;
        }
        String address = Numbers.address(model.scale().addressAt((long) Math.floor(coordinate)));
        int width = measure.width(address) + 10;
        int left = Math.clamp(x - width / 2, geometry.left(), Math.max(geometry.left(), geometry.right() - width));
        shapes.add(Shape.Path.line(
                x, geometry.rulerTop() + measure.height(), x, geometry.lanesBottom(), style.foreground(), 90));
        new RulerPainter(model, style, measure, geometry, viewport).hideLabels(shapes, left - 2, left + width + 2);
        shapes.add(new Shape.Box(left, geometry.rulerTop() - 1, width, measure.height() + 4, style.foreground()));
        shapes.add(new Shape.Text(left + 5, geometry.rulerTop() + 1, address, style.background()));
    }

    /** Returns the columns in which an item is seen, at least one; null if it lies outside the window. */
    public PixelRange rangeOf(int lane, int item) {
        long start = model.startOf(lane, item);
        long end = model.endOf(lane, item);
        if (!viewport.touches(start, end)) {
            return null;
        }
        int from = (int) Math.max(0, Math.floor(viewport.xOf(start)));
        int to = (int) Math.min(geometry.windowWidth(), Math.max(from + 1, Math.floor(viewport.xOf(end))));
        return new PixelRange(geometry.left() + from, Math.max(1, to - from));
    }

    private void frame(PixelRange range, int lane, int thickness, int colour) {
        int width = Math.max(NARROWEST, range.width() + 2 * thickness - 1);
        int x = range.x() + (range.width() - width) / 2;
        int left = Math.max(geometry.left() - thickness, x);
        int right = Math.min(geometry.right() + thickness, x + width);
        int top = geometry.laneTop(lane) - thickness;
        int height = geometry.laneHeight() + 2 * thickness;
        shapes.add(new Shape.Frame(left, top, right - left, height, thickness, colour));
    }
}
