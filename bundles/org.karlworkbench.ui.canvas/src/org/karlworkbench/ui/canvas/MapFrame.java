package org.karlworkbench.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.karlworkbench.picture.Highlight;
import org.karlworkbench.picture.Hit;
import org.karlworkbench.picture.MapGeometry;
import org.karlworkbench.picture.MapPainter;
import org.karlworkbench.picture.MapStyle;
import org.karlworkbench.picture.MarkPainter;
import org.karlworkbench.picture.Picture;
import org.karlworkbench.picture.Shape;
import org.karlworkbench.picture.TextMeasure;

/** How one map looks at the moment: font, colours, geometry; makes its shapes and draws them. */
final class MapFrame {
    private final AddressMap map;
    private final Brush brush;
    private List<Shape> overview; // stays the same while only the window moves
    private MapGeometry overviewGeometry;

    MapFrame(AddressMap map) {
        this.map = map;
        brush = map.brush();
        map.addPaintListener(e -> paint(e.gc));
    }

    /** Something other than the window has changed: the overview strip has to be made again. */
    void changed() {
        overview = null;
        map.redraw();
    }

    TextMeasure measure() {
        return brush.measure();
    }

    MapStyle style() {
        return brush.style();
    }

    MapGeometry geometry() {
        Rectangle area = map.getClientArea();
        return MapGeometry.of(map.model(), area.width, area.height, map.nameColumn(), measure());
    }

    MapPainter painter(Highlight highlight) {
        return new MapPainter(map.model(), style(), measure(), highlight);
    }

    MarkPainter marks() {
        return new MarkPainter(
                map.model(), style(), measure(), geometry(), map.window().viewport());
    }

    Picture picture() {
        MapGeometry geometry = geometry();
        MapPainter painter = painter(map.highlight());
        if (overview == null || !geometry.equals(overviewGeometry)) {
            overview = painter.overview(geometry);
            overviewGeometry = geometry;
        }
        List<Shape> shapes = new ArrayList<>(overview);
        shapes.addAll(painter.overviewWindow(map.window().viewport(), geometry));
        shapes.addAll(painter.window(map.window().viewport(), geometry));
        MarkPainter marks = marks();
        if (map.selectedLane() >= 0) {
            marks.selected(map.selectedLane(), map.selectedIndex());
        }
        shapes.addAll(marks.shapes());
        return new Picture(geometry.width(), geometry.height(), style().background(), shapes);
    }

    ImageData image() {
        return brush.image(picture());
    }

    private void paint(GC gc) {
        if (map.model().isEmpty()) {
            brush.draw(gc, brush.sentence(map.emptyText()));
            return;
        }
        List<Shape> shapes = new ArrayList<>(picture().shapes());
        addPointer(shapes);
        map.move().addMark(shapes, geometry(), style().selection());
        brush.draw(gc, shapes);
    }

    private void addPointer(List<Shape> shapes) {
        MarkPainter marks = marks();
        Hit hover = map.hover().item();
        if (hover != null) {
            marks.hovered(hover.lane(), hover.index());
        }
        if (map.hover().coordinate() >= 0) {
            marks.pointer(map.hover().coordinate());
        }
        shapes.addAll(marks.shapes());
        shapes.addAll(
                brush.card(map.hover().text(), map.hover().x(), map.hover().y()));
    }
}
