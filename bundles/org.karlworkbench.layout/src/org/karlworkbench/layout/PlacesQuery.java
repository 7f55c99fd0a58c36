package org.karlworkbench.layout;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;

/**
 * Which rows of a places file a search needs: those of some objects, those that hold some addresses, and the first and
 * the last. Safe for use by several threads.
 */
public final class PlacesQuery {
    private final Set<String> objects;

    /** Unsigned, ascending; flipped, so that signed comparison sorts them. */
    private final long[] flipped;

    /**
     * A query.
     *
     * @param objects whose rows are wanted
     * @param addresses unsigned; what holds one of them is wanted
     */
    public PlacesQuery(Collection<String> objects, long[] addresses) {
        this.objects = Set.copyOf(objects);
        flipped = addresses.clone();
        for (int i = 0; i < flipped.length; i++) {
            flipped[i] ^= Long.MIN_VALUE;
        }
        Arrays.sort(flipped);
    }

    /** The query for a file with these names. */
    Names among(String[] names) {
        boolean[] wanted = new boolean[names.length];
        for (int i = 0; i < names.length; i++) {
            wanted[i] = objects.contains(names[i]);
        }
        return new Names(wanted, flipped);
    }

    /** The query, with objects by the numbers of one file. */
    record Names(boolean[] wanted, long[] flipped) {
        boolean wants(int object, long address, long size) {
            return wanted[object] || size > 0 && holdsOne(address ^ Long.MIN_VALUE, size);
        }

        private boolean holdsOne(long start, long size) {
            int at = Arrays.binarySearch(flipped, start);
            int next = at >= 0 ? at : -at - 1;
            return next < flipped.length && flipped[next] - start < size && flipped[next] - start >= 0;
        }
    }
}
