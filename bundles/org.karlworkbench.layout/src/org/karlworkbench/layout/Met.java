package org.karlworkbench.layout;

import java.util.Arrays;

/**
 * What a linker writes once, where it first meets it, and all who brought it.
 *
 * @param objects their numbers, ascending
 * @param align the alignment of the sections it is from, or {@link #MIXED}; only sections of one alignment share a pool
 */
record Met(int[] objects, long align) {
    /** Sections of several alignments have it: it stands in several pools. */
    static final long MIXED = -1;

    static Met by(int object, long align) {
        return new Met(new int[] {object}, align);
    }

    Met with(int object, long other) {
        int count = objects.length;
        long common = align == other ? align : MIXED;
        if (objects[count - 1] == object) {
            return common == align ? this : new Met(objects, common);
        }
        int[] all = Arrays.copyOf(objects, count + 1);
        all[count] = object;
        return new Met(all, common);
    }

    /** The only object that brought it, or -1. */
    int only() {
        return objects.length == 1 ? objects[0] : -1;
    }
}
