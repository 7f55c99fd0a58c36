package org.karlworkbench.ui.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.karlworkbench.compare.gadgets.GadgetFigures;
import org.karlworkbench.compare.gadgets.Gadgets;
import org.karlworkbench.compare.report.FigureRow;
import org.karlworkbench.compare.report.FigureRows;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.table.ColumnTable;

/** The tables of a comparison, a tab for each, and the way from difference to difference in the one that is in front. */
final class ComparisonTables {
    private static final List<MoveTable> TABS = List.of(MoveTable.values());

    private final CTabFolder tabs;
    private final Map<MoveTable, ColumnTable> tables = new EnumMap<>(MoveTable.class);
    private final Listener listener;
    private final ColumnTable figures;
    private final GadgetPane gadgets;
    private ComparisonContent content;

    /** Hears what a person does in the tables. */
    interface Listener {
        /** Other pairs are selected. */
        void selected(MoveTable table, int[] pairs);

        /** A pair is opened. */
        void opened(MoveTable table, int pair);

        /** Other pairs are shown; null when no filter leaves any out. */
        void shown(MoveTable table, int[] pairs);

        /** It is known now what can be known of the gadgets. */
        void found(Gadgets gadgets);
    }

    ComparisonTables(Composite parent, Listener listener) {
        this.listener = listener;
        tabs = Ids.mark(new CTabFolder(parent, SWT.TOP | SWT.FLAT), "comparison.tabs");
        TABS.forEach(this::tab);
        figures = tab("figures", "Figures", new ColumnTable(tabs, "comparison.figures.table", "Figures"));
        gadgets = tab("gadgets", "Gadgets", new GadgetPane(tabs, this::found));
        tabs.setSelection(0);
    }

    private <C extends Control> C tab(String id, String title, C control) {
        CTabItem item = Ids.mark(new CTabItem(tabs, SWT.NONE), "comparison.tab." + id);
        item.setText(title);
        item.setControl(control);
        return control;
    }

    private void tab(MoveTable table) {
        String id = table.name().toLowerCase(Locale.ROOT);
        ColumnTable rows = tab(id, table.title(), new ColumnTable(tabs, "comparison." + id, table.title()));
        tables.put(table, rows);
        rows.onSelect(selected -> listener.selected(table, pairs(table, selected)));
        rows.onOpen(row -> listener.opened(table, pair(table, row)));
        rows.onShown(() -> shown(table, rows));
    }

    private void shown(MoveTable table, ColumnTable rows) {
        if (content != null) {
            listener.shown(table, rows.filter().isBlank() ? null : pairs(table, rows.shownRows()));
        }
    }

    /** Tells once more which pairs are shown. */
    void tellShown() {
        tables.forEach(this::shown);
    }

    void show(ComparisonContent newContent) {
        content = newContent;
        for (MoveTable table : TABS) {
            PairRows rows = content.rows().get(table);
            tabs.getItem(TABS.indexOf(table)).setText(table.title() + " (" + Formats.count(rows.count()) + ")");
            tables.get(table).setModel(MoveColumns.of(content.comparison(), table, rows), rows.count());
        }
        if (!content.comparison().knowsObjects()) {
            tabs.setSelection(TABS.indexOf(MoveTable.SYMBOLS));
        }
        List<FigureRow> rows = FigureRows.of(content.comparison().figures());
        figures.setModel(FigureColumns.of(rows), rows.size());
        gadgets.look(content.comparison());
    }

    private void found(Gadgets found) {
        if (found instanceof GadgetFigures some) {
            List<FigureRow> rows =
                    new ArrayList<>(FigureRows.of(content.comparison().figures()));
            rows.addAll(FigureRows.of(some));
            figures.setRows(FigureColumns.of(rows), rows.size());
        }
        listener.found(found);
    }

    void setMenu(Menu menu) {
        tables.values().forEach(table -> table.setContextMenu(menu));
    }

    private int pair(MoveTable table, int row) {
        return content.rows().get(table).pair(row);
    }

    private int[] pairs(MoveTable table, int[] rows) {
        return Arrays.stream(rows).map(row -> pair(table, row)).toArray();
    }

    /** Selects nothing. */
    void clear() {
        tables.values().forEach(table -> table.select(-1));
    }

    /**
     * Brings a table to the front and selects in it what lies in a row of one kernel, without telling the listener.
     *
     * @return the pair, -1 where the table does not have it
     */
    int select(MoveTable table, boolean first, int kernelRow) {
        int row = content.rows().get(table).find(first, kernelRow);
        if (row < 0) {
            return -1;
        }
        tabs.setSelection(TABS.indexOf(table));
        tables.get(table).selectShown(row);
        return pair(table, row);
    }

    /** The table in front; from a tab with something else the symbols come to the front. */
    private MoveTable inFront() {
        int tab = tabs.getSelectionIndex();
        if (tab < 0 || tab >= TABS.size()) {
            tabs.setSelection(TABS.indexOf(MoveTable.SYMBOLS));
            return MoveTable.SYMBOLS;
        }
        return TABS.get(tab);
    }

    /** Filters the rows; once more shows all again. */
    void filter(String wanted) {
        ColumnTable table = tables.get(inFront());
        table.setFilter(table.filter().equals(wanted) ? "" : wanted);
    }

    /**
     * Selects the next row that differs in place, size or content, and tells the listener.
     *
     * @param step 1 for the next one, -1 for the one before
     */
    void goToDifference(int step) {
        if (content == null) {
            return;
        }
        MoveTable table = inFront();
        ColumnTable rows = tables.get(table);
        int[] shown = rows.shownRows();
        int at = place(rows.selection(), shown);
        for (int i = at < 0 && step < 0 ? shown.length - 1 : at + step; i >= 0 && i < shown.length; i += step) {
            if (content.rows().get(table).differs(shown[i])) {
                rows.selectShown(shown[i]);
                listener.selected(table, new int[] {pair(table, shown[i])});
                return;
            }
        }
        tabs.getDisplay().beep();
    }

    /** Where the first of the selected rows stands among those that are shown; -1 for nowhere. */
    private static int place(int[] selected, int[] shown) {
        return selected.length == 0
                ? -1
                : IntStream.range(0, shown.length)
                        .filter(i -> shown[i] == selected[0])
                        .findFirst()
                        .orElse(-1);
    }
}
