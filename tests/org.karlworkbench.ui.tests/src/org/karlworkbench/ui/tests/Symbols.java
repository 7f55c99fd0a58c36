package org.karlworkbench.ui.tests;

import java.util.stream.IntStream;
import org.eclipse.swt.widgets.Control;
import org.karlworkbench.ui.table.ColumnTable;

/** The table of symbols in a kernel's editor, as a person uses it. */
final class Symbols {
    private static final int NAME = 2;
    private static final int HEADER = 24;
    private static final int ROW = 23;

    private Symbols() {}

    /** Filters the table down to a symbol and clicks it. */
    static void choose(String symbol) {
        Windows.tab("kernel.tabs", "Symbols");
        ColumnTable symbols = Windows.table("kernel.symbols");
        Robot.fill(Windows.field("kernel.symbols.filter"), symbol);
        Ui.until(symbol + " is left", () -> position(symbols, symbol) >= 0 && symbols.shownRows().length < 5);
        int place = Ui.get(() -> position(symbols, symbol));
        Robot.click(Windows.control("kernel.symbols", Control.class), 200, middle(place));
    }

    private static int position(ColumnTable table, String text) {
        return IntStream.range(0, table.shownRows().length)
                .filter(row -> table.cellText(NAME, row).equals(text))
                .findFirst()
                .orElse(-1);
    }

    /** How far below the top of a table the middle of a row is, in pixels. */
    static int middle(int position) {
        return HEADER + position * ROW + ROW / 2;
    }
}
