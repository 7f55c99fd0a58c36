package org.karlworkbench.picture;

import java.util.List;
import java.util.Locale;

/** Writes pictures as SVG 1.1: one self-contained text without scripts, links or fonts. */
public final class Svg {
    private static final int BASELINE = 12; // of a 12 pixel font below the upper edge of its box

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Picture picture;
    private int patterns;

    private Svg(Picture picture) {
        this.picture = picture;
    }

    /**
     * Returns a picture as an SVG document.
     *
     * @param picture the shapes
     * @param title what the picture shows, read by screen readers
     */
    public static String of(Picture picture, String title) {
        return new Svg(picture).write(title);
    }

    private String write(String title) {
        add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\"",
                picture.width(), picture.height(), picture.width(), picture.height());
        add(" role=\"img\" font-family=\"sans-serif\" font-size=\"12\" font-variant-ligatures=\"none\""
                + " shape-rendering=\"crispEdges\">\n");
        out.append("<title>").append(escaped(Names.clean(title))).append("</title>\n");
        box(new Shape.Box(0, 0, picture.width(), picture.height(), picture.background()));
        picture.shapes().forEach(this::shape);
        add("</svg>\n");
        return out.toString();
    }

    private void shape(Shape shape) {
        switch (shape) {
            case Shape.Box box -> box(box);
            case Shape.Hatch hatch -> hatch(hatch);
            case Shape.Frame frame -> frame(frame);
            case Shape.Path path -> path(path);
            case Shape.Area area -> area(area);
            case Shape.Text text -> text(text);
        }
    }

    private void box(Shape.Box box) {
        if (box.width() > 0 && box.height() > 0) {
            add(
                    "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#%06x\"%s/>\n",
                    box.x(), box.y(), box.width(), box.height(), box.colour(), opacity("fill", box.opacity()));
        }
    }

    private void hatch(Shape.Hatch hatch) {
        String id = "hatch" + patterns++;
        int step = Shape.Hatch.STEP;
        add("<pattern id=\"%s\" width=\"%d\" height=\"%d\" patternUnits=\"userSpaceOnUse\">", id, step, step);
        add(
                "<path d=\"M-1 1L1 -1M0 %dL%d 0M%d %dL%d %d\" stroke=\"#%06x\"%s"
                        + " shape-rendering=\"auto\"/></pattern>\n",
                step, step, step - 1, step + 1, step + 1, step - 1, hatch.colour(), opacity("stroke", hatch.opacity()));
        add(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"url(#%s)\"/>\n",
                hatch.x(), hatch.y(), hatch.width(), hatch.height(), id);
    }

    private void frame(Shape.Frame frame) {
        double half = frame.thickness() / 2.0;
        add(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"none\" stroke=\"#%06x\""
                        + " stroke-width=\"%d\"/>\n",
                frame.x() + half,
                frame.y() + half,
                Math.max(0, frame.width() - frame.thickness()),
                Math.max(0, frame.height() - frame.thickness()),
                frame.colour(),
                frame.thickness());
    }

    private void area(Shape.Area area) {
        out.append("<path d=\"M");
        points(area.points(), 0);
        add("Z\" fill=\"#%06x\"%s shape-rendering=\"auto\"/>\n", area.colour(), opacity("fill", area.opacity()));
    }

    private void points(List<Integer> points, double shift) {
        for (int i = 0; i + 1 < points.size(); i += 2) {
            out.append(i == 0 ? "" : "L")
                    .append(points.get(i) + shift)
                    .append(' ')
                    .append(points.get(i + 1) + shift);
        }
    }

    private void path(Shape.Path path) {
        out.append("<path fill=\"none\" d=\"M");
        points(path.points(), 0.5);
        add("\" stroke=\"#%06x\"%s/>\n", path.colour(), opacity("stroke", path.opacity()));
    }

    private void text(Shape.Text text) {
        String weight = text.bold() ? " font-weight=\"bold\"" : "";
        add("<text x=\"%d\" y=\"%d\" fill=\"#%06x\"%s>", text.x(), text.y() + BASELINE, text.colour(), weight);
        out.append(escaped(Names.clean(text.text()))).append("</text>\n");
    }

    private static String opacity(String what, int opacity) {
        return opacity == 255 ? "" : String.format(Locale.ROOT, " %s-opacity=\"%.3f\"", what, opacity / 255.0);
    }

    private void add(String format, Object... arguments) {
        out.append(String.format(Locale.ROOT, format, arguments));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
