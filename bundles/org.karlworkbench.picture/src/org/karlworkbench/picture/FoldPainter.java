package org.karlworkbench.picture;

import java.util.ArrayList;
import java.util.List;

/** Paints the folds: the places where a big hole of the address space is left out, like torn paper. */
final class FoldPainter {
    private static final int TOOTH = 4;
    private static final int NARROWEST_TEETH = 9;

    private final AddressScale scale;
    private final MapStyle style;
    private final TextMeasure measure;
    private final List<Shape> shapes;

    FoldPainter(AddressScale scale, MapStyle style, TextMeasure measure, List<Shape> shapes) {
        this.scale = scale;
        this.style = style;
        this.measure = measure;
        this.shapes = shapes;
    }

    /** Paints folds over all lanes, torn edges and how much is left out. */
    void paint(Viewport viewport, MapGeometry geometry) {
        int top = geometry.lanesTop() - 3;
        int height = geometry.lanesBottom() + 3 - top;
        forFolds(viewport, (area, from, to) -> {
            int left = geometry.left() + from;
            shapes.add(new Shape.Box(left, top, to - from, height, style.background()));
            if (to - from >= NARROWEST_TEETH) {
                torn(left, top, height, 1, from > 0);
                torn(left + to - from - 1, top, height, -1, to < viewport.width());
            }
            hidden(Numbers.bytes(scale.hiddenAfter(area)), left, to - from, geometry);
        });
    }

    /** Paints folds as plain cuts, for the overview strip. */
    void paintPlain(Viewport viewport, int left, int top, int height) {
        forFolds(
                viewport,
                (_, from, to) -> shapes.add(new Shape.Box(left + from, top, to - from, height, style.background())));
    }

    private interface FoldTask {
        void paint(int area, int from, int to);
    }

    private void forFolds(Viewport viewport, FoldTask task) {
        int area = Math.max(0, scale.areaAt((long) viewport.from()));
        while (area + 1 < scale.areas() && scale.areaEnd(area) < viewport.to()) {
            int from = (int) Math.clamp(viewport.xOf(scale.areaEnd(area)), 0.0, viewport.width());
            int to = (int) Math.clamp(Math.ceil(viewport.xOf(scale.areaStart(area + 1))), 0.0, viewport.width());
            if (to - from >= 3) {
                task.paint(area, from, to);
            }
            // what ends within the same pixel would be painted at the same place
            area = Math.max(area + 1, scale.areaAt((long) viewport.coordinateAt(to)) - 1);
        }
    }

    private void torn(int x, int top, int height, int direction, boolean visible) {
        if (!visible) {
            return;
        }
        List<Integer> points = new ArrayList<>();
        for (int y = 0, tooth = 0; y <= height; y += TOOTH, tooth ^= 1) {
            points.add(x + direction * tooth * (TOOTH - 1));
            points.add(top + y);
        }
        shapes.add(new Shape.Path(points, style.muted(), 200));
    }

    private void hidden(String text, int left, int width, MapGeometry geometry) {
        int y = (geometry.lanesTop() + geometry.lanesBottom() - measure.height()) / 2;
        for (String shown : List.of(text + " folded", text, "⋯")) {
            int textWidth = measure.width(shown);
            if (textWidth + 2 * TOOTH <= width) {
                shapes.add(new Shape.Text(left + (width - textWidth) / 2, y, shown, style.muted()));
                return;
            }
        }
    }
}
