package org.karlworkbench.ui.compare;

import java.util.ArrayList;
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
        Column state = Column.text("State", 140, row -> MoveTable.words(pairs, rows.pair(row)))
                .withIcon(row -> icon(pairs.state(rows.pair(row))));
        Column name = Column.text("Name", 0, row -> pairs.name(rows.pair(row)))
                .withIcon(row -> Images.of(pairs.kind(rows.pair(row))));
        Column object = Column.text("Object", 160, row -> pairs.object(rows.pair(row)));
        Column section = Column.text("Section", 110, row -> pairs.section(rows.pair(row)));
        Column distance = Column.number("Distance", 110, row -> pairs.distance(rows.pair(row)), Formats::distance);
        Rows a = table.rows().rows(comparison.a());
        Rows b = table.rows().rows(comparison.b());
        Column afterA = Column.text("After in A", 140, row -> before(a, pairs.rowA(rows.pair(row))));
        Column afterB = Column.text("After in B", 140, row -> before(b, pairs.rowB(rows.pair(row))));
        List<Column> columns = new ArrayList<>(List.of(state, name));
        if (table == MoveTable.SYMBOLS) {
            columns.add(object);
        }
        columns.addAll(List.of(section, addressA(rows), addressB(rows), distance));
        columns.addAll(sizes(rows));
        columns.add(Column.text("Content", 80, row -> rows.contentDiffers(row) ? "differs" : ""));
        columns.addAll(List.of(afterA, afterB));
        return columns;
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

    private static List<Column> sizes(PairRows rows) {
        Pairs pairs = rows.pairs();
        return List.of(
                Column.number(
                                "Size in A",
                                90,
                                row -> pairs.rowA(rows.pair(row)) < 0 ? 0 : pairs.size(rows.pair(row)),
                                Formats::count)
                        .shownAs(
                                row -> pairs.rowA(rows.pair(row)) < 0 ? "" : Formats.count(pairs.size(rows.pair(row)))),
                Column.number("Size in B", 90, row -> Math.max(0, pairs.sizeB(rows.pair(row))), Formats::count)
                        .shownAs(row ->
                                pairs.rowB(rows.pair(row)) < 0 ? "" : Formats.count(pairs.sizeB(rows.pair(row)))),
                Column.number("Change", 80, row -> rows.change(rows.pair(row)), MoveColumns::signed));
    }

    /** A change with its sign; empty for none. */
    private static String signed(long bytes) {
        return bytes == 0 ? "" : (bytes > 0 ? "+" : "") + Formats.count(bytes);
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
