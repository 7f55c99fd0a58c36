package org.karlworkbench.picture;

import java.util.List;

/** Paints the ruler: small and large ticks, addresses at the large ones. */
final class RulerPainter {
    private static final int SMALL_TICK = 3;
    private static final int LARGE_TICK = 9;
    private static final int SMALL_TICKS = 8; // at most so many between two large ones
    private static final int INDENT = 4;

    private final MapModel model;
    private final MapStyle style;
    private final TextMeasure measure;
    private final MapGeometry geometry;
    private final Viewport viewport;

    RulerPainter(MapModel model, MapStyle style, TextMeasure measure, MapGeometry geometry, Viewport viewport) {
        this.model = model;
        this.style = style;
        this.measure = measure;
        this.geometry = geometry;
        this.viewport = viewport;
    }

    void paint(List<Shape> shapes) {
        int bottom = geometry.rulerTop() + geometry.rulerHeight() - 1;
        int apart = apart();
        for (Ruler.Tick small : Ruler.ticks(model.scale(), viewport, Math.max(8, apart / SMALL_TICKS))) {
            tick(shapes, small, bottom, SMALL_TICK, style.line());
        }
        for (Ruler.Tick tick : Ruler.ticks(model.scale(), viewport, apart)) {
            tick(shapes, tick, bottom, LARGE_TICK, style.muted());
            if (hasLabel(tick)) {
                String label = Numbers.address(tick.address());
                shapes.add(new Shape.Text(labelX(tick), geometry.rulerTop() + 1, label, style.foreground()));
            }
        }
        shapes.add(Shape.Path.line(geometry.left(), bottom, geometry.right() - 1, bottom, style.line(), 255));
    }

    /** Hides the addresses that would be painted into [from, to), so that another text can go there. */
    void hideLabels(List<Shape> shapes, int from, int to) {
        for (Ruler.Tick tick : Ruler.ticks(model.scale(), viewport, apart())) {
            int x = labelX(tick);
            int width = measure.width(Numbers.address(tick.address())) + 1;
            if (hasLabel(tick) && x < to && x + width > from) {
                shapes.add(new Shape.Box(x, geometry.rulerTop(), width, measure.height() + 1, style.background()));
            }
        }
    }

    private int apart() {
        return measure.width(Numbers.address(model.scale().addressAt((long) viewport.to()))) + 14;
    }

    private void tick(List<Shape> shapes, Ruler.Tick tick, int bottom, int height, int colour) {
        int x = geometry.left() + tick.x();
        shapes.add(Shape.Path.line(x, bottom - height, x, bottom, colour, 255));
    }

    private int labelX(Ruler.Tick tick) {
        return geometry.left() + tick.x() + INDENT;
    }

    private boolean hasLabel(Ruler.Tick tick) {
        return labelX(tick) + measure.width(Numbers.address(tick.address())) <= geometry.width() - 2;
    }
}
