package org.karlworkbench.verify;

import java.util.Arrays;

/** Rows of a table by a number that each has; several may have the same. Looking up allocates nothing. */
final class LongIndex {
    /** No row. */
    static final int NONE = -1;

    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final long[] keys;
    private final int[] next;
    private final int[] heads;
    private final int shift;

    /**
     * Indexes a table.
     *
     * @param keys the number of each row; kept, not copied
     */
    LongIndex(long[] keys) {
        this.keys = keys;
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(keys.length | 1);
        shift = Long.SIZE - bits;
        next = new int[keys.length];
        heads = new int[1 << bits];
        Arrays.fill(heads, NONE);
        for (int row = keys.length - 1; row >= 0; row--) {
            int head = head(keys[row]);
            next[row] = heads[head];
            heads[head] = row;
        }
    }

    private int head(long key) {
        return (int) (key * SPREAD >>> shift);
    }

    /** The first row of a number, or {@link #NONE}. */
    int first(long key) {
        return find(heads[head(key)], key);
    }

    /** The next row of the same number, or {@link #NONE}. */
    int next(int row) {
        return find(next[row], keys[row]);
    }

    private int find(int from, long key) {
        int row = from;
        while (row != NONE && keys[row] != key) {
            row = next[row];
        }
        return row;
    }
}
