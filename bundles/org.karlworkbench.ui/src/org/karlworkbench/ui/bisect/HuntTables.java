package org.karlworkbench.ui.bisect;

import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;
import org.karlworkbench.debug.bisect.Suspect;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.table.Column;
import org.karlworkbench.ui.table.ColumnTable;
import org.karlworkbench.ui.table.Shown;

/** How a search narrows, step by step, and what goes with failing in the relinks that were tested first. */
final class HuntTables {
    private static final int NUMBER = 60;
    private static final int TALLY = 110;

    private final CTabFolder tabs;
    private final ColumnTable steps;
    private final ColumnTable suspects;
    private List<String> shownSteps;
    private List<Suspect> shownSuspects;

    HuntTables(Composite parent) {
        tabs = Ids.mark(new CTabFolder(parent, SWT.TOP | SWT.FLAT), "bisect.tabs");
        steps = tab("Search", new ColumnTable(tabs, "bisect.steps", "Search"));
        suspects = tab("Suspects", new ColumnTable(tabs, "bisect.suspects", "Suspects"));
        tabs.setSelection(0);
    }

    private ColumnTable tab(String title, ColumnTable table) {
        CTabItem item = new CTabItem(tabs, SWT.NONE);
        item.setText(title);
        item.setControl(table);
        return table;
    }

    CTabFolder control() {
        return tabs;
    }

    /** Shows them, the latest step first. */
    void show(List<String> said, List<Suspect> ranked) {
        if (!said.equals(shownSteps)) {
            shownSteps = said;
            int count = said.size();
            steps.setModel(
                    List.of(
                            Column.number("Step", NUMBER, row -> count - row, Formats::count),
                            Column.text("What Is Known", 0, row -> Shown.line(said.get(count - 1 - row)))),
                    count);
        }
        if (!ranked.equals(shownSuspects)) {
            shownSuspects = ranked;
            suspects.setModel(columns(ranked), ranked.size());
        }
    }

    private static List<Column> columns(List<Suspect> rows) {
        return List.of(
                Column.text("Cause", 0, row -> Shown.line(rows.get(row).cause().sentence())),
                Column.text(
                        "With It", TALLY, row -> HuntWords.tally(rows.get(row).with())),
                Column.text(
                        "Without", TALLY, row -> HuntWords.tally(rows.get(row).without())),
                Column.decimal(
                        "By Chance", TALLY, row -> rows.get(row).p(), p -> String.format(Locale.ROOT, "%.2g", p)));
    }
}
