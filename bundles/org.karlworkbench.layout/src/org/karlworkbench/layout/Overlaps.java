package org.karlworkbench.layout;

import java.util.Arrays;
import java.util.List;
import org.karlworkbench.kit.ObjectFile;

/** Drops settled pieces that overlap in the kernel: the one with fewer votes, both where they are equal. */
final class Overlaps {
    private final Pieces pieces;
    private final List<ObjectFile> objects;
    private final int[] region;

    Overlaps(Pieces pieces, List<ObjectFile> objects, int[] region) {
        this.pieces = pieces;
        this.objects = objects;
        this.region = region;
    }

    void reject() {
        int[] settled = settled();
        long[] bases = new long[settled.length];
        for (int i = 0; i < settled.length; i++) {
            bases[i] = pieces.base(settled[i]);
        }
        int before = -1;
        for (int i : KeySort.order(bases, settled.length)) {
            before = next(before, settled[i]);
        }
    }

    /** Compares a piece with the last good one before it; gives the one that later pieces have to be compared with. */
    private int next(int before, int piece) {
        if (before < 0 || region[before] != region[piece] || !overlap(before, piece)) {
            return piece;
        }
        int better = pieces.support(piece) - pieces.support(before);
        if (better <= 0) {
            pieces.reject(piece);
        }
        if (better >= 0) {
            pieces.reject(before);
        }
        return better > 0 ? piece : before;
    }

    private boolean overlap(int before, int piece) {
        return Long.compareUnsigned(pieces.base(piece) - pieces.base(before), size(before)) < 0;
    }

    /** The pieces that take room; empty ones cannot overlap anything. */
    private int[] settled() {
        int[] settled = new int[pieces.count()];
        int count = 0;
        for (int object = 0; object < objects.size(); object++) {
            for (int section = 1; section < objects.get(object).sections().count(); section++) {
                int piece = pieces.number(object, section);
                if (pieces.isSettled(piece) && objects.get(object).sections().size(section) != 0) {
                    settled[count++] = piece;
                }
            }
        }
        return Arrays.copyOf(settled, count);
    }

    private long size(int piece) {
        int object = pieces.object(piece);
        return objects.get(object).sections().size(piece - pieces.number(object, 0));
    }
}
