package org.karlworkbench.ui.compare;

import java.util.stream.IntStream;
import org.karlworkbench.compare.Pairs;
import org.karlworkbench.layout.Kind;

/**
 * The rows of a comparison's table that are shown: all but the alignment between objects, which has no identity and
 * would only be in one kernel or the other.
 */
final class PairRows {
    private final Pairs pairs;
    private final int[] shown;

    PairRows(Pairs pairs) {
        this.pairs = pairs;
        shown = IntStream.range(0, pairs.count())
                .filter(pair -> pairs.kind(pair) != Kind.FILL)
                .toArray();
    }

    Pairs pairs() {
        return pairs;
    }

    int count() {
        return shown.length;
    }

    /** The pair in a row. */
    int pair(int row) {
        return shown[row];
    }

    /**
     * The row of what lies in one kernel's row; linear, and asked once for a click.
     *
     * @return the row, or -1 when it is not shown
     */
    int find(boolean first, int kernelRow) {
        for (int row = 0; row < shown.length; row++) {
            if ((first ? pairs.rowA(shown[row]) : pairs.rowB(shown[row])) == kernelRow) {
                return row;
            }
        }
        return -1;
    }
}
