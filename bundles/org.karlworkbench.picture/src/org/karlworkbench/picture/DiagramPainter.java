package org.karlworkbench.picture;

import java.util.ArrayList;
import java.util.List;

/** Makes the shapes of a diagram. */
public final class DiagramPainter {
    private static final int HEAD = 7;
    private static final double LIT = 0.16;

    private final Diagram diagram;
    private final DiagramGeometry geometry;
    private final MapStyle style;
    private final TextMeasure measure;

    /**
     * A painter for a picture.
     *
     * @param diagram what is painted
     * @param style the colours
     * @param measure of the font
     * @param width of the picture
     */
    public DiagramPainter(Diagram diagram, MapStyle style, TextMeasure measure, int width) {
        this.diagram = diagram;
        this.geometry = new DiagramGeometry(diagram, measure, width);
        this.style = style;
        this.measure = measure;
    }

    /**
     * How high the picture is.
     *
     * @return whole pixels
     */
    public int height() {
        return geometry.height();
    }

    /**
     * The box at a point.
     *
     * @param x to the right
     * @param y down
     * @return its name, or null
     */
    public String at(int x, int y) {
        return diagram.boxes().stream()
                .filter(box -> geometry.contains(box, x, y))
                .map(Diagram.Box::id)
                .findFirst()
                .orElse(null);
    }

    /**
     * The middle of a box.
     *
     * @param box a box of the diagram
     * @return x and y
     */
    public int[] middle(Diagram.Box box) {
        return new int[] {geometry.x(box) + geometry.boxWidth() / 2, geometry.y(box) + geometry.boxHeight() / 2};
    }

    /**
     * All shapes.
     *
     * @param selected the name of the box with a frame, or null
     * @return in the order in which they are drawn
     */
    public List<Shape> shapes(String selected) {
        List<Shape> shapes = new ArrayList<>();
        diagram.arrows().forEach(arrow -> arrow(shapes, arrow));
        diagram.boxes().forEach(box -> box(shapes, box, box.id().equals(selected)));
        return shapes;
    }

    private void box(List<Shape> shapes, Diagram.Box box, boolean selected) {
        int x = geometry.x(box);
        int y = geometry.y(box);
        int width = geometry.boxWidth();
        int height = geometry.boxHeight();
        int back = box.lit() ? Palette.mix(style.background(), style.selection(), LIT) : style.card();
        shapes.add(new Shape.Box(x, y, width, height, back));
        boolean bold = box.lit() || selected;
        shapes.add(new Shape.Frame(
                x, y, width, height, selected ? 3 : box.lit() ? 2 : 1, bold ? style.selection() : style.line()));
        int room = width - 2 * DiagramGeometry.PAD;
        int line = y + DiagramGeometry.PAD;
        String title = measure.fitted(Names.clean(box.title()), room * 9 / 10); // bold letters are wider
        shapes.add(new Shape.Text(x + DiagramGeometry.PAD, line, title, style.foreground(), true));
        for (String words : box.lines()) {
            line += geometry.step();
            String fitted = measure.fitted(Names.clean(words), room);
            shapes.add(new Shape.Text(x + DiagramGeometry.PAD, line, fitted, style.foreground()));
        }
    }

    private void arrow(List<Shape> shapes, Diagram.Arrow arrow) {
        Diagram.Box from = diagram.box(arrow.from());
        Diagram.Box to = diagram.box(arrow.to());
        int colour = arrow.lit() ? style.selection() : style.muted();
        if (arrow.isLoop()) {
            loop(shapes, from, arrow.label(), colour);
        } else if (from.row() == to.row()) {
            across(shapes, arrow, from, to, colour);
        } else {
            down(shapes, arrow, from, to, colour);
        }
    }

    private void loop(List<Shape> shapes, Diagram.Box box, String label, int colour) {
        int top = geometry.y(box);
        int left = geometry.x(box) + geometry.boxWidth() / 4;
        int right = geometry.x(box) + geometry.boxWidth() * 3 / 4;
        int high = top - 8;
        shapes.add(new Shape.Path(List.of(left, top, left, high, right, high, right, top), colour, 255));
        head(shapes, right, top, 0, 1, colour);
        String words = measure.fitted(label, geometry.boxWidth());
        int x = (left + right - measure.width(words)) / 2;
        shapes.add(new Shape.Text(x, high - geometry.step(), words, style.muted()));
    }

    private void across(List<Shape> shapes, Diagram.Arrow arrow, Diagram.Box from, Diagram.Box to, int colour) {
        boolean right = to.column() > from.column();
        int start = geometry.x(from) + (right ? geometry.boxWidth() : 0);
        int end = geometry.x(to) + (right ? 0 : geometry.boxWidth());
        int y = geometry.y(from) + geometry.boxHeight() / 2 + beside(arrow, geometry.step() + 6);
        shapes.add(Shape.Path.line(start, y, end, y, colour, 255));
        head(shapes, end, y, right ? 1 : -1, 0, colour);
        boolean below = !right && beside(arrow, 2) > 0;
        List<String> lines = arrow.label().lines().toList();
        int line = below ? y + 2 : y - lines.size() * geometry.step();
        for (String words : lines) {
            String label = measure.fitted(words, Math.abs(end - start) - 4);
            int x = (start + end - measure.width(label)) / 2;
            shapes.add(new Shape.Text(x, line, label, style.muted()));
            line += geometry.step();
        }
    }

    private void down(List<Shape> shapes, Diagram.Arrow arrow, Diagram.Box from, Diagram.Box to, int colour) {
        boolean down = to.row() > from.row();
        int start = geometry.y(from) + (down ? geometry.boxHeight() : 0);
        int end = geometry.y(to) + (down ? 0 : geometry.boxHeight());
        int x = geometry.x(from) + geometry.boxWidth() / 2 + beside(arrow, geometry.boxWidth() / 2);
        shapes.add(Shape.Path.line(x, start, x, end, colour, 255));
        head(shapes, x, end, 0, down ? 1 : -1, colour);
        List<String> lines = arrow.label().lines().toList();
        int line = (start + end - lines.size() * geometry.step()) / 2;
        for (String words : lines) {
            String label = measure.fitted(words, geometry.boxWidth() / 2);
            shapes.add(new Shape.Text(x + 6, line, label, style.muted()));
            line += geometry.step();
        }
    }

    /** Arrows between the same two boxes lie beside each other. */
    private int beside(Diagram.Arrow arrow, int distance) {
        List<Diagram.Arrow> all = diagram.arrows().stream().filter(arrow::joins).toList();
        return (2 * all.indexOf(arrow) - all.size() + 1) * distance / 2;
    }

    private static void head(List<Shape> shapes, int x, int y, int towardsX, int towardsY, int colour) {
        int backX = x - towardsX * HEAD;
        int backY = y - towardsY * HEAD;
        int wide = HEAD / 2;
        shapes.add(new Shape.Area(
                List.of(
                        x,
                        y,
                        backX + towardsY * wide,
                        backY + towardsX * wide,
                        backX - towardsY * wide,
                        backY - towardsX * wide),
                colour,
                255));
    }
}
