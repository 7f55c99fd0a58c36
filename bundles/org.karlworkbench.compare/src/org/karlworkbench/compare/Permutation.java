package org.karlworkbench.compare;

import java.util.Arrays;

/** What one order is to another: the second as a permutation of the first (KARL.md section H4, M10). */
final class Permutation {
    private Permutation() {}

    /** How many pairs stand the other way round; O(n log n), by merging. The array is sorted on the way. */
    static long inversions(int[] values) {
        return inversions(values, new int[values.length], 0, values.length);
    }

    private static long inversions(int[] values, int[] spare, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        long count = inversions(values, spare, from, middle) + inversions(values, spare, middle, to);
        int left = from;
        int right = middle;
        for (int next = from; next < to; next++) {
            if (right == to || left < middle && values[left] <= values[right]) {
                spare[next] = values[left++];
            } else {
                count += middle - left;
                spare[next] = values[right++];
            }
        }
        System.arraycopy(spare, from, values, from, to - from);
        return count;
    }

    /** The length of the longest increasing subsequence; O(n log n), by patience sorting. */
    static int longestIncreasing(int[] values) {
        int[] tails = new int[values.length];
        int length = 0;
        for (int value : values) {
            int at = Arrays.binarySearch(tails, 0, length, value);
            int place = at < 0 ? -at - 1 : at;
            tails[place] = value;
            length = Math.max(length, place + 1);
        }
        return length;
    }
}
