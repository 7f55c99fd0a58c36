package org.karlworkbench.ui.compare;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.karlworkbench.compare.Figures;
import org.karlworkbench.compare.Pairs;
import org.karlworkbench.compare.State;
import org.karlworkbench.compare.SymbolId;
import org.karlworkbench.layout.Kind;

/**
 * The rows of a comparison's table that are shown: all but the alignment between objects, which has no identity and
 * would only be in one kernel or the other. Relinks of one kit are listed by address; two builds of one source by how much
 * each thing grew or shrank, then what else differs.
 */
final class PairRows {
    /** What names a symbol within its kernel, but for others of its name in one object. */
    private record Key(String object, String name, Kind kind) {}

    private final Pairs pairs;
    private final Set<Key> differing = new HashSet<>();
    private final int[] shown;

    /**
     * Takes the rows of a table.
     *
     * @param pairs the table
     * @param figures what differs
     * @param known whether both kernels' rows are known; else none is shown, since none could be found in the other
     */
    PairRows(Pairs pairs, Figures figures, boolean known) {
        this.pairs = pairs;
        for (SymbolId each : figures.contentDiffers()) {
            differing.add(new Key(each.object(), each.name(), each.kind()));
        }
        IntStream all = IntStream.range(0, known ? pairs.count() : 0).filter(pair -> pairs.kind(pair) != Kind.FILL);
        shown = figures.sameContent() ? all.toArray() : byChange(all);
    }

    private int[] byChange(IntStream all) {
        Comparator<Integer> order = Comparator.<Integer>comparingLong(pair -> -Math.abs(change(pair)))
                .thenComparing(pair -> !contentDiffersOf(pair));
        return all.boxed().sorted(order).mapToInt(Integer::intValue).toArray();
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

    /** How many bytes a pair grew from the first kernel to the second; what only one has came or went as a whole. */
    long change(int pair) {
        return switch (pairs.state(pair)) {
            case ONLY_A -> -pairs.size(pair);
            case ONLY_B -> pairs.size(pair);
            default -> pairs.sizeB(pair) - pairs.size(pair);
        };
    }

    /** Whether the content of what is in a row is known to differ. */
    boolean contentDiffers(int row) {
        return contentDiffersOf(shown[row]);
    }

    private boolean contentDiffersOf(int pair) {
        boolean both = pairs.rowA(pair) >= 0 && pairs.rowB(pair) >= 0;
        return both
                && !differing.isEmpty()
                && differing.contains(new Key(pairs.object(pair), pairs.name(pair), pairs.kind(pair)));
    }

    /** Whether what is in a row differs in anything: place, size, content, or in being there. */
    boolean differs(int row) {
        return pairs.state(shown[row]) != State.FIXED || change(shown[row]) != 0 || contentDiffers(row);
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
