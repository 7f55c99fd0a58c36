package org.karlworkbench.layout;

import java.util.Arrays;

/** Sorts rows by a 64-bit unsigned key without making an object for each. */
public final class KeySort {
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private KeySort() {}

    /**
     * The order in which the first {@code count} keys ascend as unsigned numbers; equal keys keep their order.
     *
     * @param keys one key for each row; not changed
     * @param count how many of them to sort
     * @return row numbers, the one with the lowest key first
     */
    public static int[] order(long[] keys, int count) {
        int[] order = identity(count);
        if (isSorted(keys, count)) {
            return order;
        }
        long varying = varyingBits(keys, count);
        int[] spare = new int[count];
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
            // A digit in which all keys agree cannot change the order: kernels share their upper address bits.
            if (((varying >>> shift) & (DIGITS - 1)) != 0) {
                distribute(keys, order, spare, shift);
                int[] sorted = spare;
                spare = order;
                order = sorted;
            }
        }
        return order;
    }

    private static int[] identity(int count) {
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        return order;
    }

    private static boolean isSorted(long[] keys, int count) {
        for (int i = 1; i < count; i++) {
            if (Long.compareUnsigned(keys[i - 1], keys[i]) > 0) {
                return false;
            }
        }
        return true;
    }

    private static long varyingBits(long[] keys, int count) {
        long varying = 0;
        for (int i = 1; i < count; i++) {
            varying |= keys[i] ^ keys[0];
        }
        return varying;
    }

    private static void distribute(long[] keys, int[] from, int[] to, int shift) {
        int[] next = new int[DIGITS];
        for (int row : from) {
            next[(int) (keys[row] >>> shift) & (DIGITS - 1)]++;
        }
        int sum = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            int rows = next[digit];
            next[digit] = sum;
            sum += rows;
        }
        for (int row : from) {
            to[next[(int) (keys[row] >>> shift) & (DIGITS - 1)]++] = row;
        }
    }
}
