package org.karlworkbench.compare.lab;

import java.util.Arrays;

/** How often blocks began on each page. */
final class PageCounts {
    private final int[] marks;
    private final long page;
    private final long[] first;
    private final int[][] counts;

    /**
     * Counts.
     *
     * @param marks whose pages
     * @param page in bytes
     */
    PageCounts(int[] marks, long page) {
        this.marks = marks;
        this.page = page;
        first = new long[marks.length];
        counts = new int[marks.length][];
    }

    void add(long[] row) {
        for (int i = 0; i < marks.length; i++) {
            add(i, Math.floorDiv(row[marks[i]], page));
        }
    }

    private void add(int i, long number) {
        if (counts[i] == null) {
            counts[i] = new int[1];
            first[i] = number;
        }
        long at = number - first[i];
        if (at < 0) {
            int more = (int) -at + counts[i].length / 2;
            int[] wider = new int[counts[i].length + more];
            System.arraycopy(counts[i], 0, wider, more, counts[i].length);
            counts[i] = wider;
            first[i] -= more;
            at = number - first[i];
        } else if (at >= counts[i].length) {
            counts[i] = Arrays.copyOf(counts[i], (int) at + 1 + counts[i].length / 2);
        }
        counts[i][(int) at]++;
    }

    /**
     * How often by cells of several pages.
     *
     * @param i the index among the marks
     * @param pages the cell's size
     * @param firstCell the number of the first cell that is wanted, counted from address 0 on
     * @param cells how many; what is outside of them counts in the last element
     */
    long[] cells(int i, long pages, long firstCell, int cells) {
        long[] sums = new long[cells + 1];
        for (int k = 0; k < counts[i].length; k++) {
            long cell = Math.floorDiv(first[i] + k, pages) - firstCell;
            sums[cell >= 0 && cell < cells ? (int) cell : cells] += counts[i][k];
        }
        return sums;
    }
}
