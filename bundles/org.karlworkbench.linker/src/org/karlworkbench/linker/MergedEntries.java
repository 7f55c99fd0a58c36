package org.karlworkbench.linker;

import java.util.Arrays;

/** Entries of merged sections, each with the place where it stands, found by their bytes; numbered from 0. */
final class MergedEntries {
    private static final int NONE = -1;

    private byte[][] contents = new byte[64][];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int[] hashes = new int[64];
    private int[] pieces = new int[64];
    private int[] offsets = new int[64];
    private int[] slots = new int[256];
    private int count;

    MergedEntries() {
        Arrays.fill(slots, NONE);
    }

    /**
     * Enters an entry, unless the same bytes are there already, which then stay where they are.
     *
     * @param content the bytes, which stay in memory; not to be changed
     * @param start where the entry begins there
     * @param end where it ends
     * @param piece where it shall stand
     * @param offset how far from the beginning of that piece
     * @return the entry's number; the last one if it is new
     */
    int enter(byte[] content, int start, int end, int piece, int offset) {
        int hash = hash(content, start, end);
        int slot = hash & slots.length - 1;
        for (int found = slots[slot]; found != NONE; found = slots[slot]) {
            if (hashes[found] == hash
                    && Arrays.equals(contents[found], starts[found], ends[found], content, start, end)) {
                return found;
            }
            slot = slot + 1 & slots.length - 1;
        }
        if (count == starts.length) {
            grow();
            return enter(content, start, end, piece, offset);
        }
        contents[count] = content;
        starts[count] = start;
        ends[count] = end;
        hashes[count] = hash;
        pieces[count] = piece;
        offsets[count] = offset;
        slots[slot] = count;
        return count++;
    }

    int count() {
        return count;
    }

    /** The piece in which an entry stands. */
    int piece(int entry) {
        return pieces[entry];
    }

    /** Where there. */
    int offset(int entry) {
        return offsets[entry];
    }

    private void grow() {
        int capacity = 2 * count;
        contents = Arrays.copyOf(contents, capacity);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        hashes = Arrays.copyOf(hashes, capacity);
        pieces = Arrays.copyOf(pieces, capacity);
        offsets = Arrays.copyOf(offsets, capacity);
        slots = new int[4 * capacity];
        Arrays.fill(slots, NONE);
        for (int entry = 0; entry < count; entry++) {
            int slot = hashes[entry] & slots.length - 1;
            while (slots[slot] != NONE) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = entry;
        }
    }

    private static int hash(byte[] content, int start, int end) {
        int hash = 1;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + content[i];
        }
        int mixed = hash * 0x9e3779b9;
        return mixed ^ mixed >>> 15;
    }
}
