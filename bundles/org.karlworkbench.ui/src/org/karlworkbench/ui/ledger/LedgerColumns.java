package org.karlworkbench.ui.ledger;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.table.Column;

/** The columns of a ledger's table. */
final class LedgerColumns {
    private LedgerColumns() {}

    /**
     * The columns for some rows.
     *
     * @param rows the entries
     * @param state what is known of a row's kernel
     */
    static List<Column> of(List<LedgerRow> rows, IntFunction<String> state) {
        return List.of(
                Column.text("Name", 140, row -> rows.get(row).filed().name())
                        .withIcon(row -> rows.get(row).item().icon()),
                Column.text(
                                "Date",
                                200,
                                row -> Formats.time(rows.get(row).filed().date().toString()))
                        .sortedBy(row -> rows.get(row).filed().date().toEpochMilli()),
                Column.text("Linker", 90, row -> rows.get(row).linker()),
                Column.number("Time", 70, row -> rows.get(row).millis(), orNothing(Formats::millis)),
                Column.number("Kernel", 100, row -> rows.get(row).filed().kernelBytes(), orNothing(Formats::count)),
                Column.number("Ledger", 80, row -> rows.get(row).filed().ledgerBytes(), Formats::count),
                Column.text("State", 90, state).withIcon(row -> icon(state.apply(row))),
                Column.text("Pinned", 80, row -> rows.get(row).isPinned() ? "pinned" : "")
                        .withIcon(row -> rows.get(row).isPinned() ? "pin" : null),
                Column.text("Note", 0, row -> rows.get(row).note()),
                Column.text("Recipe", 120, row -> rows.get(row).recipe()),
                Column.text("Gaps", 330, row -> rows.get(row).gaps()),
                Column.text("Digest (SHA-256)", 150, row -> rows.get(row).digest()));
    }

    private static LongFunction<String> orNothing(LongFunction<String> format) {
        return number -> number < 0 ? "" : format.apply(number);
    }

    private static String icon(String state) {
        return switch (state) {
            case "" -> null;
            case "changed", "missing", "bad places", "unreadable" -> "error";
            case "none", "replaced" -> "info";
            default -> "same";
        };
    }
}
