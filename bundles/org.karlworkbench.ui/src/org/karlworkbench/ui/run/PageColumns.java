package org.karlworkbench.ui.run;

import java.util.List;
import org.karlworkbench.machine.emulator.PageState;
import org.karlworkbench.machine.emulator.StartupState;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.table.Column;

/** The columns of the table of startup pages. */
final class PageColumns {
    private PageColumns() {}

    /** How many pages were looked at. */
    static int count(StartupState found) {
        return found == null ? 0 : found.states().size();
    }

    /** The address of a page. */
    static long address(StartupState found, int row) {
        return found.range().page(row);
    }

    static List<Column> of(StartupState found) {
        return List.of(
                Column.number("Page", 60, row -> row + 1, Formats::count),
                Column.address("Address", 160, row -> address(found, row), Formats::hex),
                Column.text("State", 100, row -> RunWords.page(found.states().get(row)))
                        .withIcon(row -> icon(found, row)),
                Column.text("Meaning", 0, row -> meaning(found.states().get(row))));
    }

    private static String icon(StartupState found, int row) {
        return found.left().contains(address(found, row)) ? "warning" : "same";
    }

    private static String meaning(PageState state) {
        return switch (state) {
            case GONE -> "nothing is mapped here any more";
            case TRASHED -> "full of the trash word, which traps";
            case READABLE -> "the page is still there";
        };
    }
}
