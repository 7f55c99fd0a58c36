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
import org.eclipse.swt.widgets.Canvas;
import org.karlworkbench.picture.Card;
import org.karlworkbench.picture.MapStyle;
import org.karlworkbench.picture.Picture;
import org.karlworkbench.picture.Shape;
import org.karlworkbench.picture.TextMeasure;

/** Draws shapes in the font and the colours of a canvas. */
final class Brush {
    private final Canvas canvas;
    private final ShapeDrawer drawer = new ShapeDrawer();
    private TextMeasure measure;
    private Font bold;
    private Color selectionColour;

    Brush(Canvas canvas) {
        this.canvas = canvas;
        canvas.addDisposeListener(_ -> forgetFont());
    }

    /** The colour of the selection; null for that of the system's lists. */
    void setSelectionColour(Color colour) {
        selectionColour = colour;
    }

    /** The canvas has another font. */
    void forgetFont() {
        measure = null;
        if (bold != null) {
            bold.dispose();
            bold = null;
        }
    }

    TextMeasure measure() {
        if (measure == null) {
            measure = new GcMeasure(canvas, canvas.getFont());
            FontData[] data = canvas.getFont().getFontData();
            for (FontData one : data) {
                one.setStyle(one.getStyle() | SWT.BOLD);
            }
            bold = new Font(canvas.getDisplay(), data);
        }
        return measure;
    }

    /** The colours, which follow background and foreground of the canvas. */
    MapStyle style() {
        Color selection = selectionColour != null
                ? selectionColour
                : canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION);
        return MapStyle.of(rgb(canvas.getBackground()), rgb(canvas.getForeground()), rgb(selection));
    }

    private static int rgb(Color colour) {
        return colour.getRed() << 16 | colour.getGreen() << 8 | colour.getBlue();
    }

    /** Draws on the background, with a frame that tells whether the canvas has the focus. */
    void draw(GC gc, List<Shape> shapes) {
        Rectangle area = canvas.getClientArea();
        List<Shape> all = new ArrayList<>();
        all.add(new Shape.Box(0, 0, area.width, area.height, style().background()));
        all.addAll(shapes);
        if (canvas.isFocusControl()) {
            all.add(new Shape.Frame(0, 0, area.width, area.height, 1, style().selection()));
        }
        measure(); // makes the bold font
        drawer.draw(gc, all, canvas.getFont(), bold);
    }

    /** A picture as pixels. */
    ImageData image(Picture picture) {
        Image image = new Image(canvas.getDisplay(), Math.max(1, picture.width()), Math.max(1, picture.height()));
        GC gc = new GC(image);
        try {
            List<Shape> shapes = new ArrayList<>();
            shapes.add(new Shape.Box(0, 0, picture.width(), picture.height(), picture.background()));
            shapes.addAll(picture.shapes());
            measure();
            drawer.draw(gc, shapes, canvas.getFont(), bold);
            return image.getImageData();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    /** Words in the middle, where there is nothing to show. */
    List<Shape> sentence(String words) {
        Rectangle area = canvas.getClientArea();
        String text = measure().fitted(words, area.width);
        int x = (area.width - measure().width(text)) / 2;
        int y = (area.height - measure().height()) / 2;
        return List.of(new Shape.Text(x, y, text, style().muted()));
    }

    /** What is told of what lies at the pointer; nothing for an empty text. */
    List<Shape> card(String text, int x, int y) {
        Rectangle area = canvas.getClientArea();
        return text.isEmpty() ? List.of() : new Card(text, style(), measure()).shapes(x, y, area.width, area.height);
    }
}
