package org.karlworkbench.ui.compare;

import java.util.HexFormat;
import java.util.List;
import org.karlworkbench.compare.gadgets.GadgetChange;
import org.karlworkbench.compare.gadgets.GadgetClass;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.table.Column;

/** The columns of the tables of gadgets. */
final class GadgetColumns {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private GadgetColumns() {}

    /** Sequences of the first kernel, the most frequent first. */
    static List<Column> classes(List<GadgetClass> rows) {
        return List.of(
                Column.text("Bytes", 0, row -> HEX.formatHex(rows.get(row).bytes())),
                Column.number("Copies in A", 100, row -> rows.get(row).copies(), Formats::count),
                Column.number("Copies in B", 100, row -> rows.get(row).copiesB(), Formats::count),
                Column.decimal("Blind Guess", 110, row -> rows.get(row).chance(), GadgetColumns::odds));
    }

    private static String odds(double chance) {
        return chance <= 0 ? "never" : "1 in " + Formats.count(Math.round(1 / chance));
    }

    /** What was born and lost, by function. */
    static List<Column> changes(List<GadgetChange> rows) {
        return List.of(
                Column.text("What", 70, row -> rows.get(row).born() ? "born" : "lost"),
                Column.text("Function", 150, row -> rows.get(row).function()),
                Column.text("Object", 120, row -> rows.get(row).object()),
                Column.number("Offset", 70, row -> rows.get(row).offset(), Formats::count),
                Column.text("Bytes", 160, row -> HEX.formatHex(rows.get(row).bytes())),
                Column.text("Cause", 100, row -> rows.get(row).cause().label()),
                Column.text("Target", 0, row -> rows.get(row).target()));
    }
}
