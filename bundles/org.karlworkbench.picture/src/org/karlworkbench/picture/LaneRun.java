package org.karlworkbench.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of pixel columns of a lane that shows one item.
 *
 * @param x first column, from the left edge of the window
 * @param width columns
 * @param item number of the item
 * @param pieces how many pieces of items share the first column
 * @param coverage which share of the column is covered by items, above 0 to 1; 1 if the run is wider than one column
 * @param lit whether the item is highlighted
 */
public record LaneRun(int x, int width, int item, int pieces, double coverage, boolean lit) {
    /**
     * Returns what is seen of a lane through a window: ascending runs that do not overlap, at most one for each pixel
     * column. Costs the width of the window times the logarithm of the number of items.
     */
    public static List<LaneRun> of(MapModel model, int lane, Viewport viewport, Highlight highlight) {
        LaneIndex index = model.index(lane);
        Pieces pieces = index.pieces();
        int[] lit = highlight.pieces(lane);
        List<LaneRun> runs = new ArrayList<>();
        LaneIndex.Column column = new LaneIndex.Column();
        int lastPiece = -1;
        for (int x = 0; x < viewport.width(); ) {
            double from = viewport.coordinateAt(x);
            double to = viewport.coordinateAt(x + 1);
            index.column(from, to, lit, column);
            if (column.piece < 0) {
                int next = pieces.firstEndingAfter((long) Math.floor(from));
                x = next == pieces.count() ? viewport.width() : Math.max(x + 1, (int) viewport.xOf(pieces.start(next)));
                continue;
            }
            int end = (int) Math.clamp(viewport.xOf(pieces.end(column.piece)), x + 1.0, viewport.width());
            if (column.piece == lastPiece && runs.getLast().end() == x) {
                runs.set(runs.size() - 1, runs.getLast().until(end));
            } else {
                double coverage = end - x > 1 ? 1 : index.coverage(from, to);
                runs.add(new LaneRun(x, end - x, pieces.item(column.piece), column.pieces, coverage, column.lit));
            }
            lastPiece = column.piece;
            x = end;
        }
        return runs;
    }

    /**
     * Returns what a pixel column of a lane shows: the item of the run that covers it, or null.
     *
     * @param x the column, from the left edge of the window
     */
    static Hit at(MapModel model, int lane, Viewport viewport, Highlight highlight, int x) {
        LaneIndex.Column column = new LaneIndex.Column();
        LaneIndex index = model.index(lane);
        index.column(viewport.coordinateAt(x), viewport.coordinateAt(x + 1), highlight.pieces(lane), column);
        return column.piece < 0 ? null : new Hit(lane, index.pieces().item(column.piece), column.pieces);
    }

    private int end() {
        return x + width;
    }

    private LaneRun until(int end) {
        return new LaneRun(x, end - x, item, pieces, 1, lit);
    }
}
