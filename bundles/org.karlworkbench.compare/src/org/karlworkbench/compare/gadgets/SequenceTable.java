package org.karlworkbench.compare.gadgets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Counts equal sequences of bytes in two kernels: a hash table over the sections' own bytes, without copies of them. */
final class SequenceTable {
    private static final int FIRST_SIZE = 1 << 12;

    private final List<byte[]> sources = new ArrayList<>();
    private final Map<byte[], Integer> numbers = new IdentityHashMap<>();
    private int[] slots = new int[FIRST_SIZE];
    private int[] source = new int[FIRST_SIZE / 2];
    private int[] start = new int[FIRST_SIZE / 2];
    private int[] length = new int[FIRST_SIZE / 2];
    private long[] tag = new long[FIRST_SIZE / 2];
    private int[] hash = new int[FIRST_SIZE / 2];
    private int[] a = new int[FIRST_SIZE / 2];
    private int[] b = new int[FIRST_SIZE / 2];
    private int count;

    /**
     * Counts one sequence.
     *
     * @param mark what has to be the same too
     */
    void add(boolean first, byte[] bytes, int from, int size, long mark) {
        int row = find(bytes, from, size, mark);
        (first ? a : b)[row]++;
    }

    private int find(byte[] bytes, int from, int size, long mark) {
        int code = Long.hashCode(mark);
        for (int i = from; i < from + size; i++) {
            code = code * 31 + bytes[i];
        }
        code = (code ^ code >>> Short.SIZE) * 0x9e3779b1;
        int slot = code & slots.length - 1;
        while (slots[slot] != 0) {
            int row = slots[slot] - 1;
            boolean same = hash[row] == code
                    && tag[row] == mark
                    && Arrays.equals(
                            sources.get(source[row]), start[row], start[row] + length[row], bytes, from, from + size);
            if (same) {
                return row;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return insert(slot, code, bytes, from, size, mark);
    }

    private int insert(int slot, int code, byte[] bytes, int from, int size, long mark) {
        int row = count++;
        slots[slot] = row + 1;
        source[row] = numbers.computeIfAbsent(bytes, each -> {
            sources.add(each);
            return sources.size() - 1;
        });
        start[row] = from;
        length[row] = size;
        tag[row] = mark;
        hash[row] = code;
        if (count == source.length) {
            grow();
        }
        return row;
    }

    private void grow() {
        int size = 2 * count;
        source = Arrays.copyOf(source, size);
        start = Arrays.copyOf(start, size);
        length = Arrays.copyOf(length, size);
        tag = Arrays.copyOf(tag, size);
        hash = Arrays.copyOf(hash, size);
        a = Arrays.copyOf(a, size);
        b = Arrays.copyOf(b, size);
        slots = new int[2 * size];
        for (int row = 0; row < count; row++) {
            int slot = hash[row] & slots.length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = row + 1;
        }
    }

    /** How many different ones there are. */
    int count() {
        return count;
    }

    /** How often the first kernel has one. */
    int inA(int row) {
        return a[row];
    }

    /** How often the second has it. */
    int inB(int row) {
        return b[row];
    }

    /** What had to be the same too. */
    long mark(int row) {
        return tag[row];
    }

    /** The bytes of one. */
    byte[] bytes(int row) {
        return Arrays.copyOfRange(sources.get(source[row]), start[row], start[row] + length[row]);
    }
}
