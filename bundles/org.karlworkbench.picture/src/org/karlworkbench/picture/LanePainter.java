package org.karlworkbench.picture;

import java.util.List;

/** Paints the items of one lane. */
final class LanePainter {
    private static final int NARROWEST_LABEL = 34;
    private static final int NARROWEST_HATCH = 3;
    private static final int TEXT_INDENT = 5;

    private final MapModel model;
    private final MapStyle style;
    private final TextMeasure measure;
    private final Highlight highlight;
    private final List<Shape> shapes;

    LanePainter(MapModel model, MapStyle style, TextMeasure measure, Highlight highlight, List<Shape> shapes) {
        this.model = model;
        this.style = style;
        this.measure = measure;
        this.highlight = highlight;
        this.shapes = shapes;
    }

    /** Paints a lane's items into [top, top + height), the window beginning at {@code left}. */
    void paint(int lane, Viewport viewport, int left, int top, int height, boolean labels) {
        List<LaneRun> runs = LaneRun.of(model, lane, viewport, highlight);
        int end = -1; // of the run before, to part neighbours
        int from = 0; // columns of one colour that are not painted yet
        int to = 0;
        int colour = 0;
        for (LaneRun run : runs) {
            int own = colourOf(lane, run);
            int begin = run.x() + (run.width() >= 3 && run.x() == end ? 1 : 0);
            end = run.x() + run.width();
            if (begin != to || own != colour) {
                box(left + from, top, to - from, height, colour);
                from = begin;
                colour = own;
            }
            to = end;
            if (model.lane(lane).isHatched(run.item()) && run.width() >= NARROWEST_HATCH) {
                box(left + from, top, to - from, height, colour);
                from = to;
                hatch(lane, run, left + begin, top, end - begin, height);
            }
        }
        box(left + from, top, to - from, height, colour);
        if (labels) {
            runs.stream()
                    .filter(run -> run.width() >= NARROWEST_LABEL)
                    .forEach(run -> label(lane, run, left, top, height));
        }
    }

    private void box(int x, int y, int width, int height, int colour) {
        if (width > 0) {
            shapes.add(new Shape.Box(x, y, width, height, colour));
        }
    }

    private void hatch(int lane, LaneRun run, int x, int y, int width, int height) {
        int colour = dimmed(run, model.lane(lane).colour(run.item()));
        shapes.add(new Shape.Hatch(x, y, width, height, colour, 190));
    }

    private int colourOf(int lane, LaneRun run) {
        int full = model.lane(lane).colour(run.item());
        boolean hatched = model.lane(lane).isHatched(run.item());
        if (hatched) {
            full = Palette.mix(style.lane(), full, run.width() >= NARROWEST_HATCH ? 0.16 : 0.75);
        }
        // in eight steps, so that neighbouring columns can be painted as one
        double shade = Math.ceil(run.coverage() * 8) / 8;
        return dimmed(run, Palette.mix(style.lane(), full, run.lit() ? 1 : 0.3 + 0.7 * shade));
    }

    private int dimmed(LaneRun run, int colour) {
        return highlight.isOn() && !run.lit() ? Palette.mix(style.lane(), colour, 0.22) : colour;
    }

    private void label(int lane, LaneRun run, int left, int top, int height) {
        int room = run.width() - 2 * TEXT_INDENT;
        String name = measure.fitted(model.lane(lane).label(run.item()), room);
        if (name.isEmpty() || height < measure.height()) {
            return;
        }
        int colour = textColour(lane, run);
        String size = Numbers.bytes(model.lane(lane).size(run.item()));
        boolean two = height >= 2 * measure.height() + 6
                && model.lane(lane).size(run.item()) != 0
                && measure.width(size) <= room;
        int y = top + (height - measure.height() * (two ? 2 : 1)) / 2;
        shapes.add(new Shape.Text(left + run.x() + TEXT_INDENT, y, name, colour));
        if (two) {
            int soft = Palette.mix(colour, colourOf(lane, run), 0.3);
            shapes.add(new Shape.Text(left + run.x() + TEXT_INDENT, y + measure.height(), size, soft));
        }
    }

    private int textColour(int lane, LaneRun run) {
        if (highlight.isOn() && !run.lit()) {
            return style.muted();
        }
        return model.lane(lane).isHatched(run.item()) ? style.foreground() : Palette.textOn(colourOf(lane, run));
    }
}
