package org.karlworkbench.ui.canvas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.karlworkbench.picture.Shape;

/** Draws shapes with a graphics context of SWT. Its points are the pixels of the shapes, whatever the zoom. */
final class ShapeDrawer {
    private final Map<Integer, Color> colours = new HashMap<>(); // since SWT 4.17 colours hold nothing to dispose of

    /** Draws shapes in order, leaving the context as it was but for its colours and font. */
    void draw(GC gc, List<Shape> shapes, Font normal, Font bold) {
        gc.setAntialias(SWT.OFF);
        gc.setFont(normal);
        for (Shape shape : shapes) {
            switch (shape) {
                case Shape.Box box -> box(gc, box);
                case Shape.Hatch hatch -> hatch(gc, hatch);
                case Shape.Frame frame -> frame(gc, frame);
                case Shape.Path path -> path(gc, path);
                case Shape.Area area -> area(gc, area);
                case Shape.Text text -> text(gc, text, text.bold() ? bold : normal);
            }
        }
    }

    private Color colour(int rgb) {
        return colours.computeIfAbsent(rgb, c -> new Color(c >> 16 & 0xff, c >> 8 & 0xff, c & 0xff));
    }

    private void box(GC gc, Shape.Box box) {
        gc.setBackground(colour(box.colour()));
        withOpacity(gc, box.opacity(), () -> gc.fillRectangle(box.x(), box.y(), box.width(), box.height()));
    }

    private void hatch(GC gc, Shape.Hatch hatch) {
        gc.setForeground(colour(hatch.colour()));
        gc.setAntialias(SWT.ON);
        withOpacity(gc, hatch.opacity(), () -> slantedLines(gc, hatch));
        gc.setAntialias(SWT.OFF);
    }

    /** The lines x + y = k · step, cut off at the borders; anchored to the window, so that neighbours fit together. */
    private static void slantedLines(GC gc, Shape.Hatch hatch) {
        int right = hatch.x() + hatch.width() - 1;
        int bottom = hatch.y() + hatch.height() - 1;
        int first = Math.floorDiv(hatch.x() + hatch.y(), Shape.Hatch.STEP) + 1;
        for (int sum = first * Shape.Hatch.STEP; sum <= right + bottom; sum += Shape.Hatch.STEP) {
            int upperX = Math.min(right, sum - hatch.y());
            int lowerX = Math.max(hatch.x(), sum - bottom);
            gc.drawLine(upperX, sum - upperX, lowerX, sum - lowerX);
        }
    }

    private void frame(GC gc, Shape.Frame frame) {
        gc.setForeground(colour(frame.colour()));
        for (int i = 0; i < frame.thickness(); i++) {
            gc.drawRectangle(frame.x() + i, frame.y() + i, frame.width() - 2 * i - 1, frame.height() - 2 * i - 1);
        }
    }

    private void path(GC gc, Shape.Path path) {
        gc.setForeground(colour(path.colour()));
        List<Integer> points = path.points();
        withOpacity(gc, path.opacity(), () -> {
            if (points.size() == 4) {
                gc.drawLine(points.get(0), points.get(1), points.get(2), points.get(3));
            } else {
                gc.drawPolyline(array(points));
            }
        });
    }

    private void area(GC gc, Shape.Area area) {
        gc.setBackground(colour(area.colour()));
        gc.setAntialias(SWT.ON);
        withOpacity(gc, area.opacity(), () -> gc.fillPolygon(array(area.points())));
        gc.setAntialias(SWT.OFF);
    }

    private static int[] array(List<Integer> points) {
        return points.stream().mapToInt(Integer::intValue).toArray();
    }

    private void text(GC gc, Shape.Text text, Font font) {
        if (!text.text().isEmpty()) {
            gc.setForeground(colour(text.colour()));
            gc.setFont(font);
            gc.drawText(Ligatures.parted(text.text()), text.x(), text.y(), SWT.DRAW_TRANSPARENT);
        }
    }

    private static void withOpacity(GC gc, int opacity, Runnable drawing) {
        if (opacity == 255) {
            drawing.run();
            return;
        }
        gc.setAlpha(opacity);
        drawing.run();
        gc.setAlpha(255);
    }
}
