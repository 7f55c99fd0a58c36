package org.karlworkbench.layout;

/** Binary search in a column of unsigned addresses. */
final class Search {
    private Search() {}

    /** The last row whose address is not above the given one, or -1. */
    static int floor(long[] addresses, int count, long address) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(addresses[middle], address) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
