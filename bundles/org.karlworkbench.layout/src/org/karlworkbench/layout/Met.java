package org.karlworkbench.layout;

import java.util.Arrays;

/**
 * What a linker writes once, where it first meets it, and all who brought it.
 *
 * @param objects their numbers, ascending
 * @param aligns for each the alignment of the section it is from; only sections of one alignment share a pool
 */
record Met(int[] objects, long[] aligns) {
    /** Nobody brought it so far. */
    static final Met NONE = new Met(new int[0], new long[0]);

    Met with(int object, long align) {
        int count = objects.length;
        if (count > 0 && objects[count - 1] == object && aligns[count - 1] == align) {
            return this;
        }
        int[] all = Arrays.copyOf(objects, count + 1);
        long[] alignments = Arrays.copyOf(aligns, count + 1);
        all[count] = object;
        alignments[count] = align;
        return new Met(all, alignments);
    }

    /** The only object that brought it, or -1. */
    int only() {
        return objects.length == 1 ? objects[0] : -1;
    }

    /** The objects that brought it in sections of an alignment. */
    int[] of(long align) {
        int[] some = new int[objects.length];
        int count = 0;
        for (int i = 0; i < some.length; i++) {
            if (aligns[i] == align) {
                some[count++] = objects[i];
            }
        }
        return Arrays.copyOf(some, count);
    }
}
