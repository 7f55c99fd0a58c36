package org.karlworkbench.picture;

import java.util.Arrays;

/**
 * What one sees of a lane from above: ascending pieces of the axis that do not overlap, each belonging to one item.
 *
 * <p>Where items nest or overlap, the one that starts last lies on top; of those that start together the shortest; of
 * equal ones the first. An item of size 0 is one byte long, but never hides one that starts at the same address and
 * has a size.
 */
final class Pieces {
    private long[] start;
    private long[] end;
    private int[] item;
    private int count;

    private final int[] pending; // items that still reach on, the topmost last
    private int pendingCount;
    private long at; // all before this coordinate is done

    private Pieces(int items) {
        start = new long[items];
        end = new long[items];
        item = new int[items];
        pending = new int[items];
    }

    static Pieces of(MapLane lane, AddressScale scale) {
        Pieces pieces = new Pieces(lane.count());
        for (int from = 0; from < lane.count(); ) {
            int to = from + 1;
            while (to < lane.count() && lane.address(to) == lane.address(from)) {
                to++;
            }
            pieces.open(lane, scale, from, to);
            from = to;
        }
        pieces.closeUpTo(lane, scale, Long.MAX_VALUE);
        return pieces.trimmed();
    }

    static long startOf(MapLane lane, AddressScale scale, int item) {
        return scale.coordinateOf(lane.address(item));
    }

    static long endOf(MapLane lane, AddressScale scale, int item) {
        return Math.min(scale.length(), scale.coordinateOf(lane.last(item)) + 1);
    }

    /** Opens all items [from, to), which start at the same address: long ones below, short ones on top. */
    private void open(MapLane lane, AddressScale scale, int from, int to) {
        long begin = startOf(lane, scale, from);
        closeUpTo(lane, scale, begin);
        at = Math.max(at, begin);
        if (to - from == 1) {
            pending[pendingCount++] = from;
            return;
        }
        Integer[] order = new Integer[to - from];
        boolean sized = false;
        for (int i = from; i < to; i++) {
            order[i - from] = i;
            sized |= lane.size(i) != 0;
        }
        Arrays.sort(order, (a, b) -> {
            int bySize = Long.compareUnsigned(lane.size(b), lane.size(a));
            return bySize != 0 ? bySize : Integer.compare(b, a);
        });
        for (int i : order) {
            if (lane.size(i) != 0 || !sized) {
                pending[pendingCount++] = i;
            }
        }
    }

    private void closeUpTo(MapLane lane, AddressScale scale, long limit) {
        while (pendingCount > 0) {
            int top = pending[pendingCount - 1];
            long topEnd = endOf(lane, scale, top);
            add(top, Math.min(topEnd, limit));
            if (topEnd > limit) {
                return;
            }
            pendingCount--;
        }
    }

    private void add(int top, long to) {
        if (to <= at) {
            return;
        }
        if (count == start.length) {
            int longer = count + count / 2 + 1;
            start = Arrays.copyOf(start, longer);
            end = Arrays.copyOf(end, longer);
            item = Arrays.copyOf(item, longer);
        }
        start[count] = at;
        end[count] = to;
        item[count++] = top;
        at = to;
    }

    private Pieces trimmed() {
        start = Arrays.copyOf(start, count);
        end = Arrays.copyOf(end, count);
        item = Arrays.copyOf(item, count);
        return this;
    }

    int count() {
        return count;
    }

    long start(int piece) {
        return start[piece];
    }

    long end(int piece) {
        return end[piece];
    }

    long length(int piece) {
        return end[piece] - start[piece];
    }

    int item(int piece) {
        return item[piece];
    }

    /** Returns the first piece that ends after a coordinate; {@link #count()} if none does. */
    int firstEndingAfter(long coordinate) {
        int found = Arrays.binarySearch(end, coordinate);
        return found < 0 ? -found - 1 : found + 1;
    }

    /** Returns the last piece that starts before a coordinate; -1 if none does. */
    int lastStartingBefore(long coordinate) {
        int found = Arrays.binarySearch(start, coordinate);
        return (found < 0 ? -found - 1 : found) - 1;
    }
}
