package org.karlworkbench.compare;

import java.util.Arrays;
import org.karlworkbench.layout.KeySort;
import org.karlworkbench.layout.Rows;

/**
 * Joins the rows of two tables by equal keys, in rounds: each round leaves alone what an earlier one matched. Among rows
 * of one key those of the same size come together first, then the n-th with the n-th, as the file's own table counts.
 */
final class Join {
    /** The key of a row that takes no part in a round. */
    static final long NO_KEY = -1;

    private final Side a;
    private final Side b;

    Join(Rows a, Rows b) {
        this.a = new Side(a);
        this.b = new Side(b);
    }

    /** One table: for each row its partner or -1, and the rows in the order of the file's table. */
    private static final class Side {
        private final Rows rows;
        private final int[] partner;
        private final int[] inFileOrder;
        private int[] sorted = {};
        private long[] sortedKeys = {};

        Side(Rows rows) {
            this.rows = rows;
            partner = new int[rows.count()];
            Arrays.fill(partner, -1);
            long[] sources = new long[rows.count()];
            Arrays.setAll(sources, rows::source);
            inFileOrder = KeySort.order(sources, sources.length);
        }

        void sort(long[] keys) {
            int[] open = new int[partner.length];
            long[] openKeys = new long[partner.length];
            int count = 0;
            for (int row : inFileOrder) {
                if (partner[row] < 0 && keys[row] != NO_KEY) {
                    open[count] = row;
                    openKeys[count++] = keys[row];
                }
            }
            int[] order = KeySort.order(openKeys, count);
            sorted = new int[count];
            sortedKeys = new long[count];
            for (int i = 0; i < count; i++) {
                sorted[i] = open[order[i]];
                sortedKeys[i] = openKeys[order[i]];
            }
        }

        int endOfRun(int from) {
            int to = from + 1;
            while (to < sorted.length && sortedKeys[to] == sortedKeys[from]) {
                to++;
            }
            return to;
        }
    }

    /** For each row of the first table its partner in the second, or -1. */
    int[] partners() {
        return a.partner;
    }

    /**
     * One round.
     *
     * @param keysA a key for each row of the first table
     * @param keysB a key for each row of the second
     * @param sameSize whether only rows of the same size match
     */
    void match(long[] keysA, long[] keysB, boolean sameSize) {
        a.sort(keysA);
        b.sort(keysB);
        int atA = 0;
        int atB = 0;
        while (atA < a.sorted.length && atB < b.sorted.length) {
            int order = Long.compareUnsigned(a.sortedKeys[atA], b.sortedKeys[atB]);
            int endA = order <= 0 ? a.endOfRun(atA) : atA;
            int endB = order >= 0 ? b.endOfRun(atB) : atB;
            if (order == 0) {
                int[] runA = Arrays.copyOfRange(a.sorted, atA, endA);
                int[] runB = Arrays.copyOfRange(b.sorted, atB, endB);
                matchSizes(bySize(runA, a.rows), bySize(runB, b.rows));
                if (!sameSize) {
                    matchRest(runA, runB);
                }
            }
            atA = endA;
            atB = endB;
        }
    }

    private void matchRest(int[] runA, int[] runB) {
        int nextB = 0;
        for (int row : runA) {
            while (nextB < runB.length && b.partner[runB[nextB]] >= 0) {
                nextB++;
            }
            if (a.partner[row] < 0 && nextB < runB.length) {
                pair(row, runB[nextB]);
            }
        }
    }

    private void matchSizes(int[] runA, int[] runB) {
        int atB = 0;
        for (int row : runA) {
            long size = a.rows.size(row);
            while (atB < runB.length && Long.compareUnsigned(b.rows.size(runB[atB]), size) < 0) {
                atB++;
            }
            if (atB < runB.length && b.rows.size(runB[atB]) == size) {
                pair(row, runB[atB++]);
            }
        }
    }

    private static int[] bySize(int[] run, Rows rows) {
        if (run.length == 1) {
            return run;
        }
        long[] sizes = new long[run.length];
        Arrays.setAll(sizes, i -> rows.size(run[i]));
        int[] order = KeySort.order(sizes, sizes.length);
        Arrays.setAll(order, i -> run[order[i]]);
        return order;
    }

    private void pair(int rowA, int rowB) {
        a.partner[rowA] = rowB;
        b.partner[rowB] = rowA;
    }
}
