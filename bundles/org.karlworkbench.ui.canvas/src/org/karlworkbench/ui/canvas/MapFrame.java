package org.karlworkbench.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.karlworkbench.picture.Card;
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
    private final ShapeDrawer drawer = new ShapeDrawer();
    private TextMeasure measure;
    private Font bold;
    private MapStyle explicitStyle;
    private Color selectionColour;
    private List<Shape> overview; // stays the same while only the window moves
    private MapGeometry overviewGeometry;

    MapFrame(AddressMap map) {
        this.map = map;
        map.addDisposeListener(_ -> forgetFont());
        map.addPaintListener(e -> paint(e.gc));
    }

    void setStyle(MapStyle style) {
        explicitStyle = style;
        changed();
    }

    void setSelectionColour(Color colour) {
        selectionColour = colour;
        changed();
    }

    /** Something other than the window has changed: the overview strip has to be made again. */
    void changed() {
        overview = null;
        map.redraw();
    }

    void forgetFont() {
        measure = null;
        if (bold != null) {
            bold.dispose();
            bold = null;
        }
        overview = null;
    }

    TextMeasure measure() {
        if (measure == null) {
            measure = new GcMeasure(map, map.getFont());
            FontData[] data = map.getFont().getFontData();
            for (FontData one : data) {
                one.setStyle(one.getStyle() | SWT.BOLD);
            }
            bold = new Font(map.getDisplay(), data);
        }
        return measure;
    }

    MapStyle style() {
        if (explicitStyle != null) {
            return explicitStyle;
        }
        Color selection =
                selectionColour != null ? selectionColour : map.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION);
        return MapStyle.of(rgb(map.getBackground()), rgb(map.getForeground()), rgb(selection));
    }

    private static int rgb(Color colour) {
        return colour.getRed() << 16 | colour.getGreen() << 8 | colour.getBlue();
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
        Picture picture = picture();
        Image image = new Image(map.getDisplay(), Math.max(1, picture.width()), Math.max(1, picture.height()));
        GC gc = new GC(image);
        try {
            List<Shape> shapes = new ArrayList<>();
            shapes.add(new Shape.Box(0, 0, picture.width(), picture.height(), picture.background()));
            shapes.addAll(picture.shapes());
            drawer.draw(gc, shapes, map.getFont(), bold);
            return image.getImageData();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    private void paint(GC gc) {
        Rectangle area = map.getClientArea();
        MapStyle style = style();
        if (map.model().isEmpty()) {
            drawer.draw(gc, emptyShapes(area, style), map.getFont(), bold);
            return;
        }
        Picture picture = picture();
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Shape.Box(0, 0, area.width, area.height, style.background()));
        shapes.addAll(picture.shapes());
        addPointer(shapes, style, area);
        map.move().addMark(shapes, geometry(), style.selection());
        if (map.isFocusControl()) {
            shapes.add(new Shape.Frame(0, 0, area.width, area.height, 1, style.selection()));
        }
        drawer.draw(gc, shapes, map.getFont(), bold);
    }

    private List<Shape> emptyShapes(Rectangle area, MapStyle style) {
        String text = measure().fitted(map.emptyText(), area.width);
        int x = (area.width - measure().width(text)) / 2;
        int y = (area.height - measure().height()) / 2;
        return List.of(
                new Shape.Box(0, 0, area.width, area.height, style.background()),
                new Shape.Text(x, y, text, style.muted()));
    }

    private void addPointer(List<Shape> shapes, MapStyle style, Rectangle area) {
        MarkPainter marks = marks();
        Hit hover = map.hover().item();
        if (hover != null) {
            marks.hovered(hover.lane(), hover.index());
        }
        if (map.hover().coordinate() >= 0) {
            marks.pointer(map.hover().coordinate());
        }
        shapes.addAll(marks.shapes());
        String text = map.hover().text();
        if (!text.isEmpty()) {
            Card card = new Card(text, style, measure());
            shapes.addAll(card.shapes(map.hover().x(), map.hover().y(), area.width, area.height));
        }
    }
}
