package org.karlworkbench.picture.tests;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.karlworkbench.picture.MapLane;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.picture.Palette;

/** Lanes to test with. */
final class Lanes {
    private Lanes() {}

    /** A lane of rows of address, size; the label of row i is "item" and i. */
    static MapLane lane(long[]... rows) {
        long[] address = new long[rows.length];
        long[] size = new long[rows.length];
        int[] colour = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            address[i] = rows[i][0];
            size[i] = rows[i][1];
            colour[i] = Palette.ofName("item" + i);
        }
        return new MapLane("Lane", address, size, colour, i -> "item" + i);
    }

    static long[] row(long address, long size) {
        return new long[] {address, size};
    }

    static MapModel model(MapLane... lanes) {
        return MapModel.of(List.of(lanes), 4096);
    }

    /** Items one after the other, some of them apart. */
    static MapLane chain(Random random, long start, int items, int longest) {
        long[][] rows = new long[items][];
        long at = start;
        for (int i = 0; i < items; i++) {
            long size = 1 + random.nextInt(longest);
            rows[i] = row(at, size);
            at += size + (random.nextInt(4) == 0 ? random.nextInt(longest) : 0);
        }
        return lane(rows);
    }

    /** Items anywhere in a range, nesting, overlapping, of size 0 and with equal addresses. */
    static MapLane heap(Random random, long start, int range, int items) {
        long[][] rows = new long[items][];
        for (int i = 0; i < items; i++) {
            int longest = 1 + random.nextInt(range / 4);
            rows[i] = row(start + random.nextInt(range), random.nextInt(longest));
        }
        Arrays.sort(rows, (a, b) -> Long.compareUnsigned(a[0], b[0]));
        return lane(rows);
    }
}
