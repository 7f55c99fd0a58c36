package org.karlworkbench.ui.compare;

import org.karlworkbench.compare.Comparison;
import org.karlworkbench.compare.Pairs;
import org.karlworkbench.ui.kernel.RowTable;

/** The tables of a comparison. */
public enum MoveTable {
    /** What each object put into each section. */
    OBJECTS("Objects", RowTable.OBJECTS),
    /** All symbols. */
    SYMBOLS("Symbols", RowTable.SYMBOLS);

    private final String title;
    private final RowTable rows;

    MoveTable(String title, RowTable rows) {
        this.title = title;
        this.rows = rows;
    }

    /** The words for the state of a pair, by which a table can be filtered. */
    public static String words(Pairs pairs, int pair) {
        return switch (pairs.state(pair)) {
            case MOVED -> "moved";
            case FIXED -> pairs.size(pair) == pairs.sizeB(pair) ? "fixed" : "fixed, other size";
            case ONLY_A -> "only in A";
            case ONLY_B -> "only in B";
        };
    }

    String title() {
        return title;
    }

    /** The table of each layout from which the rows are. */
    RowTable rows() {
        return rows;
    }

    /** The rows side by side. */
    public Pairs moves(Comparison comparison) {
        return this == OBJECTS ? comparison.objects() : comparison.symbols();
    }
}
