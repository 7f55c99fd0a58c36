package org.karlworkbench.verify;

import java.util.Arrays;
import org.karlworkbench.verify.psabi.LinkFacts;

/** Finds words of a kernel by what they stand for, where code tells only some bits of their addresses. */
final class WordIndex {
    private static final int NONE = -1;

    private final int[] heads;
    private final int[] next;
    private final long[] values;
    private final long[] addresses;
    private int count;

    /**
     * Without words yet.
     *
     * @param capacity how many words there can be
     */
    WordIndex(int capacity) {
        heads = new int[Math.max(1, Integer.highestOneBit(capacity) << 1)];
        Arrays.fill(heads, NONE);
        next = new int[capacity];
        values = new long[capacity];
        addresses = new long[capacity];
    }

    void add(long value, long address) {
        int bucket = bucket(value);
        values[count] = value;
        addresses[count] = address;
        next[count] = heads[bucket];
        heads[bucket] = count++;
    }

    /**
     * A word that stands for a value.
     *
     * @param mask the bits of its address that matter
     * @param bits what they should be
     * @return its address; that of another word which stands for the value if none has these bits; {@link
     *     LinkFacts#UNKNOWN} if no word stands for it
     */
    long find(long value, long mask, long bits) {
        long other = LinkFacts.UNKNOWN;
        for (int i = heads[bucket(value)]; i != NONE; i = next[i]) {
            if (values[i] == value) {
                other = addresses[i];
                if ((other & mask) == (bits & mask)) {
                    return other;
                }
            }
        }
        return other;
    }

    private int bucket(long value) {
        return (int) (value * 0x9e3779b97f4a7c15L >>> 33) & heads.length - 1;
    }
}
