package org.karlworkbench.picture;

import java.util.Arrays;
import java.util.BitSet;

/**
 * One lane made ready for painting: answers in logarithmic time which item owns a pixel column and how much of the
 * column is covered, so that a frame costs the width of the window and not the number of items.
 */
final class LaneIndex {
    /** What is asked of a pixel column is answered here, to spare an object for each. */
    static final class Column {
        /** The piece that owns the column, -1 if nothing lies there. */
        int piece;
        /** Pieces that touch the column. */
        int pieces;
        /** Whether the owner is one of the highlighted items. */
        boolean lit;
    }

    private final MapLane lane;
    private final AddressScale scale;
    private final Pieces pieces;
    private final LongestOf longest;
    private final long[] covered; // coordinates covered by the pieces before each

    LaneIndex(MapLane lane, AddressScale scale) {
        this.lane = lane;
        this.scale = scale;
        this.pieces = Pieces.of(lane, scale);
        this.longest = new LongestOf(pieces);
        this.covered = new long[pieces.count() + 1];
        for (int i = 0; i < pieces.count(); i++) {
            covered[i + 1] = covered[i] + pieces.length(i);
        }
    }

    Pieces pieces() {
        return pieces;
    }

    long startOf(int item) {
        return Pieces.startOf(lane, scale, item);
    }

    long endOf(int item) {
        return Pieces.endOf(lane, scale, item);
    }

    /** Returns the pieces of highlighted items, ascending. */
    int[] piecesOf(BitSet items) {
        int[] found = new int[pieces.count()];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            if (items.get(pieces.item(i))) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /**
     * Finds the owner of the column [from, to): a highlighted piece before others, else the piece that covers most of
     * it, of equal ones the first.
     *
     * @param lit ascending pieces of highlighted items, or null
     */
    void column(double from, double to, int[] lit, Column result) {
        int first = pieces.firstEndingAfter((long) Math.floor(from));
        int last = pieces.lastStartingBefore((long) Math.ceil(to));
        result.piece = -1;
        result.pieces = Math.max(0, last - first + 1);
        result.lit = false;
        if (last < first) {
            return;
        }
        int firstLit = lit == null ? -1 : firstFrom(lit, first);
        if (firstLit >= 0 && firstLit <= last) {
            result.piece = firstLit;
            result.lit = true;
            return;
        }
        int best = first;
        if (last - first > 1) {
            best = more(best, longest.between(first + 1, last - 1), from, to);
        }
        result.piece = more(best, last, from, to);
    }

    private static int firstFrom(int[] ascending, int value) {
        int found = Arrays.binarySearch(ascending, value);
        int place = found < 0 ? -found - 1 : found;
        return place < ascending.length ? ascending[place] : -1;
    }

    private int more(int a, int b, double from, double to) {
        return overlap(b, from, to) > overlap(a, from, to) ? b : a;
    }

    private double overlap(int piece, double from, double to) {
        return Math.min(to, pieces.end(piece)) - Math.max(from, pieces.start(piece));
    }

    /** Returns which share of [from, to) is covered by items, 0 to 1. */
    double coverage(double from, double to) {
        return Math.clamp((coveredBefore(to) - coveredBefore(from)) / (to - from), 0, 1);
    }

    private double coveredBefore(double coordinate) {
        int piece = pieces.lastStartingBefore((long) Math.ceil(coordinate));
        if (piece < 0) {
            return 0;
        }
        return covered[piece] + Math.min(pieces.length(piece), coordinate - pieces.start(piece));
    }
}
