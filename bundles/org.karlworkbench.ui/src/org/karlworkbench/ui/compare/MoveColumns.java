package org.karlworkbench.ui.compare;

import java.util.List;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.compare.Pairs;
import org.karlworkbench.compare.State;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.table.Column;

/** The columns of a comparison's tables: both addresses, the distance between them, old and new neighbours. */
final class MoveColumns {
    private MoveColumns() {}

    static List<Column> of(Comparison comparison, MoveTable table, PairRows rows) {
        Pairs pairs = rows.pairs();
        Column state = Column.text("State", 110, row -> MoveTable.words(pairs.state(rows.pair(row))))
                .withIcon(row -> icon(pairs.state(rows.pair(row))));
        Column name = Column.text("Name", 0, row -> pairs.name(rows.pair(row)))
                .withIcon(row -> Images.of(pairs.kind(rows.pair(row))));
        Column object = Column.text("Object", 160, row -> pairs.object(rows.pair(row)));
        Column section = Column.text("Section", 110, row -> pairs.section(rows.pair(row)));
        Column distance = Column.number("Distance", 110, row -> pairs.distance(rows.pair(row)), Formats::distance);
        Column size = Column.number("Size", 90, row -> pairs.size(rows.pair(row)), Formats::count);
        Rows a = table.rows().rows(comparison.a());
        Rows b = table.rows().rows(comparison.b());
        Column afterA = Column.text("After in A", 140, row -> before(a, pairs.rowA(rows.pair(row))));
        Column afterB = Column.text("After in B", 140, row -> before(b, pairs.rowB(rows.pair(row))));
        return table == MoveTable.OBJECTS
                ? List.of(state, name, section, addressA(rows), addressB(rows), distance, size, afterA, afterB)
                : List.of(state, name, object, section, addressA(rows), addressB(rows), distance, size, afterA, afterB);
    }

    /** What lies before a row in the same section, alignment left out; empty for nothing. */
    private static String before(Rows rows, int row) {
        int at = row - 1;
        while (at >= 0 && rows.kind(at) == Kind.FILL) {
            at--;
        }
        boolean same = at >= 0 && rows.sectionIndex(at) == rows.sectionIndex(row);
        return same ? rows.name(at) : "";
    }

    private static Column addressA(PairRows rows) {
        Pairs pairs = rows.pairs();
        return Column.address("Address in A", 170, row -> pairs.addressA(rows.pair(row)), Formats::hex)
                .shownAs(row -> pairs.rowA(rows.pair(row)) < 0 ? "" : Formats.hex(pairs.addressA(rows.pair(row))));
    }

    private static Column addressB(PairRows rows) {
        Pairs pairs = rows.pairs();
        return Column.address("Address in B", 170, row -> pairs.addressB(rows.pair(row)), Formats::hex)
                .shownAs(row -> pairs.rowB(rows.pair(row)) < 0 ? "" : Formats.hex(pairs.addressB(rows.pair(row))));
    }

    static String icon(State move) {
        return switch (move) {
            case MOVED -> "moved";
            case FIXED -> "same";
            case ONLY_A -> "only-a";
            case ONLY_B -> "only-b";
        };
    }
}
