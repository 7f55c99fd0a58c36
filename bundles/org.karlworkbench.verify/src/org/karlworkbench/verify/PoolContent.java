package org.karlworkbench.verify;

import java.util.Arrays;
import java.util.BitSet;

/** What stands in one pool of merged strings or constants, entry by entry. */
final class PoolContent {
    private final BitSet seen = new BitSet();
    private final BitSet again = new BitSet();
    private final int[] votes = new int[Long.SIZE];
    private int count;
    private int[] offsets = new int[16];
    private int[] lengths = new int[16];
    private int[] entries = new int[16];
    private long[] pools = new long[16];

    /**
     * Adds the next entry.
     *
     * @param entry its number, or -1 for one that no object brought
     * @param in the pools in which it may stand, each a bit
     */
    void add(int offset, int length, int entry, long in) {
        if (count == offsets.length) {
            int room = Math.multiplyExact(count, 2);
            offsets = Arrays.copyOf(offsets, room);
            lengths = Arrays.copyOf(lengths, room);
            entries = Arrays.copyOf(entries, room);
            pools = Arrays.copyOf(pools, room);
        }
        if (entry >= 0 && seen.get(entry)) {
            again.set(entry);
        }
        if (entry >= 0) {
            seen.set(entry);
        }
        offsets[count] = offset;
        lengths[count] = length;
        entries[count] = entry;
        pools[count++] = in;
        for (long rest = in; rest != 0; rest &= rest - 1) {
            votes[Long.numberOfTrailingZeros(rest)]++;
        }
    }

    /** Offset and length, by turns, of what no object brought to the pool of most entries, and of what stands here again. */
    int[] strange() {
        long most = 1;
        for (int i = 0; i < votes.length; i++) {
            most = votes[i] > votes[Long.numberOfTrailingZeros(most)] ? 1L << i : most;
        }
        int[] strange = new int[2 * count];
        int filled = 0;
        for (int i = 0; i < count; i++) {
            if ((pools[i] & most) == 0 || again.get(entries[i])) {
                strange[filled++] = offsets[i];
                strange[filled++] = lengths[i];
            }
        }
        return Arrays.copyOf(strange, filled);
    }
}
