package org.karlworkbench.compare;

import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Rows;

/**
 * One table of a comparison: rows of two layouts beside each other. First all rows of the first kernel by address, then
 * those that only the second one has, by address. Columns only; safe for use by several threads.
 */
public final class Pairs {
    private final Rows a;
    private final Rows b;
    private final int[] rowA;
    private final int[] rowB;
    private final int[] counts = new int[State.values().length];

    /**
     * Makes the table from a match.
     *
     * @param partner for each row of {@code a} its row in {@code b}, or -1
     */
    Pairs(Rows a, Rows b, int[] partner) {
        this.a = a;
        this.b = b;
        boolean[] matched = new boolean[b.count()];
        int only = b.count();
        for (int row : partner) {
            if (row >= 0) {
                matched[row] = true;
                only--;
            }
        }
        rowA = new int[a.count() + only];
        rowB = new int[rowA.length];
        System.arraycopy(partner, 0, rowB, 0, a.count());
        int next = a.count();
        for (int row = 0; row < a.count(); row++) {
            rowA[row] = row;
        }
        for (int row = 0; row < b.count(); row++) {
            if (!matched[row]) {
                rowA[next] = -1;
                rowB[next++] = row;
            }
        }
        for (int pair = 0; pair < rowA.length; pair++) {
            counts[state(pair).ordinal()]++;
        }
    }

    /** For each row of the first layout's table its row in the second's, or -1; alignment has no identity and no partner. */
    public int[] partners() {
        int[] partners = new int[a.count()]; // the first pairs are the rows of the first kernel
        for (int row = 0; row < partners.length; row++) {
            partners[row] = a.kind(row) == Kind.FILL ? -1 : rowB[row];
        }
        return partners;
    }

    /** The number of pairs; one that only one kernel has counts too. */
    public int count() {
        return rowA.length;
    }

    /** How many pairs are in a state. */
    public int count(State state) {
        return counts[state.ordinal()];
    }

    /** What became of it. */
    public State state(int pair) {
        if (rowA[pair] < 0) {
            return State.ONLY_B;
        }
        if (rowB[pair] < 0) {
            return State.ONLY_A;
        }
        return addressA(pair) == addressB(pair) ? State.FIXED : State.MOVED;
    }

    /** Its row in the first layout's table, or -1. */
    public int rowA(int pair) {
        return rowA[pair];
    }

    /** Its row in the second layout's table, or -1. */
    public int rowB(int pair) {
        return rowB[pair];
    }

    /** Its name. */
    public String name(int pair) {
        return side(pair).name(row(pair));
    }

    /** Its object, empty where it is not known in either kernel. */
    public String object(int pair) {
        String object = side(pair).object(row(pair));
        return object.isEmpty() && rowB[pair] >= 0 ? b.object(rowB[pair]) : object;
    }

    /** What it is. */
    public Kind kind(int pair) {
        return side(pair).kind(row(pair));
    }

    /** The section that holds it in the first kernel that has it. */
    public String section(int pair) {
        return side(pair).section(row(pair));
    }

    /** Its size in bytes in the first kernel that has it. */
    public long size(int pair) {
        return side(pair).size(row(pair));
    }

    /** Its size in the second kernel in bytes, or -1 where that does not have it. */
    public long sizeB(int pair) {
        return rowB[pair] < 0 ? -1 : b.size(rowB[pair]);
    }

    /** Its address in the first kernel; 0 where that does not have it, which {@link #state} tells. */
    public long addressA(int pair) {
        return rowA[pair] < 0 ? 0 : a.address(rowA[pair]);
    }

    /** Its address in the second kernel; 0 where that does not have it, which {@link #state} tells. */
    public long addressB(int pair) {
        return rowB[pair] < 0 ? 0 : b.address(rowB[pair]);
    }

    /** How far it moved from the first kernel to the second, in bytes, upwards positive; 0 for what only one has. */
    public long distance(int pair) {
        return rowA[pair] < 0 || rowB[pair] < 0 ? 0 : addressB(pair) - addressA(pair);
    }

    private Rows side(int pair) {
        return rowA[pair] >= 0 ? a : b;
    }

    private int row(int pair) {
        return rowA[pair] >= 0 ? rowA[pair] : rowB[pair];
    }
}
