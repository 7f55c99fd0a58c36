package org.karlworkbench.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Answers "which of the pieces i to j is the longest?" without looking at each: a tower of tables, each holding the
 * winners of sixteen neighbours of the table below.
 */
final class LongestOf {
    private static final int FAN_SHIFT = 4;
    private static final int FAN = 1 << FAN_SHIFT;

    private final Pieces pieces;
    private final List<int[]> floors = new ArrayList<>();

    LongestOf(Pieces pieces) {
        this.pieces = pieces;
        for (int size = pieces.count(); size > FAN; size = floors.getLast().length) {
            floors.add(winners(size));
        }
    }

    private int[] winners(int below) {
        int[] table = new int[(below + FAN - 1) >> FAN_SHIFT];
        for (int i = 0; i < table.length; i++) {
            int best = onFloor(floors.size(), i << FAN_SHIFT);
            int end = Math.min(below, (i + 1) << FAN_SHIFT);
            for (int j = (i << FAN_SHIFT) + 1; j < end; j++) {
                best = longer(best, onFloor(floors.size(), j));
            }
            table[i] = best;
        }
        return table;
    }

    /** Floor 0 is the pieces themselves. */
    private int onFloor(int floor, int i) {
        return floor == 0 ? i : floors.get(floor - 1)[i];
    }

    private int longer(int a, int b) {
        int byLength = Long.compare(pieces.length(a), pieces.length(b));
        return byLength > 0 || byLength == 0 && a < b ? a : b;
    }

    /** Returns the longest piece from {@code first} to {@code last}, both included; of equal ones the first. */
    int between(int first, int last) {
        int best = first;
        int floor = 0;
        int low = first;
        int high = last + 1;
        while (low < high) {
            boolean top = floor == floors.size();
            while (low < high && (top || (low & FAN - 1) != 0)) {
                best = longer(best, onFloor(floor, low++));
            }
            while (low < high && (high & FAN - 1) != 0) {
                best = longer(best, onFloor(floor, --high));
            }
            low >>= FAN_SHIFT;
            high >>= FAN_SHIFT;
            floor++;
        }
        return best;
    }
}
