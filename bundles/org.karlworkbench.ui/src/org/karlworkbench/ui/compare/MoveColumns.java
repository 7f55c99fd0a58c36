package org.karlworkbench.ui.compare;

import java.util.List;
import org.karlworkbench.compare.Pairs;
import org.karlworkbench.compare.State;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.table.Column;

/** The columns of a comparison's tables: both addresses and the distance between them. */
final class MoveColumns {
    private MoveColumns() {}

    static List<Column> of(MoveTable table, PairRows rows) {
        Pairs pairs = rows.pairs();
        Column state = Column.text("State", 110, row -> MoveTable.words(pairs.state(rows.pair(row))))
                .withIcon(row -> icon(pairs.state(rows.pair(row))));
        Column name = Column.text("Name", 0, row -> pairs.name(rows.pair(row)))
                .withIcon(row -> Images.of(pairs.kind(rows.pair(row))));
        Column object = Column.text("Object", 160, row -> pairs.object(rows.pair(row)));
        Column section = Column.text("Section", 110, row -> pairs.section(rows.pair(row)));
        Column distance = Column.number("Distance", 110, row -> pairs.distance(rows.pair(row)), Formats::distance);
        Column size = Column.number("Size", 90, row -> pairs.size(rows.pair(row)), Formats::count);
        return table == MoveTable.OBJECTS
                ? List.of(state, name, section, addressA(rows), addressB(rows), distance, size)
                : List.of(state, name, object, section, addressA(rows), addressB(rows), distance, size);
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
