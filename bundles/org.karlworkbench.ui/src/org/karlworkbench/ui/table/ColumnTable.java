package org.karlworkbench.ui.table;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.SavedFile;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.Theme;

/**
 * The workbench's table: columns over a model of many rows, with a filter, sorting by a click on a header, groups, and a
 * selection in rows of the model. 150,000 rows are as quick as ten: only what is visible is ever asked for, filter and
 * sorting run off the UI thread.
 */
public final class ColumnTable extends Composite {
    private final String id;
    private final String title;
    private final FilterBar filter;
    private final SortState sort = new SortState(_ -> refresh());
    private final RowSelection selection = new RowSelection();
    private final TableHands hands = new TableHands(this::openSelected, this::openHeading);
    private final ShownRows rows;
    private final ShownColumns shown;
    private RowGrid grid;
    private IntConsumer onOpen = _ -> {};
    private Runnable onShown = () -> {};

    /**
     * An empty table; it shows nothing until {@link #setModel}.
     *
     * @param parent the composite around it
     * @param id the table's name for tests and for what is kept of it; the filter is ID.filter, the number of rows
     *     ID.count
     * @param title what a screen reader calls it
     */
    public ColumnTable(Composite parent, String id, String title) {
        super(parent, SWT.NONE);
        this.id = id;
        this.title = title;
        shown = new ShownColumns(title, id);
        rows = new ShownRows(id, getDisplay());
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(this);
        filter = new FilterBar(this, id, title, this::refresh);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        addDisposeListener(_ -> rows.stop());
    }

    /**
     * Shows a model. Sorting and selection start afresh, the filter stays.
     *
     * @param columns the columns, at least one
     * @param count the number of rows
     */
    public void setModel(List<Column> columns, int count) {
        rows.take(columns, count);
        shown.take(columns);
        selection.forget();
        build();
    }

    /**
     * Keeps the choice of columns apart from that of other tables of this name, because the columns are its own.
     *
     * @param whose what the columns are about
     */
    public void keepColumnsOf(String whose) {
        shown.keepAs(id + " " + whose);
    }

    /** Makes the grid anew, for other columns. */
    private void build() {
        sort.clear();
        boolean focused = grid != null && grid.table.isFocusControl();
        if (grid != null) {
            hands.leave();
            grid.table.dispose();
        }
        grid = new RowGrid(
                this,
                shownColumns(),
                new Cells(this::shownColumns, rows::lines),
                new Totals(this::shownColumns, rows::count, rows::rows),
                sort,
                rows::lines);
        configure();
        layout();
        if (focused) {
            grid.table.setFocus(); // or no control would have it, and no key would do anything
        }
        refresh();
    }

    /**
     * Shows other rows in the same columns. Sorting, filter, widths and the place that is shown stay; nothing is selected.
     *
     * @param columns the columns, which have to look as those before
     * @param count the number of rows
     */
    public void setRows(List<Column> columns, int count) {
        rows.replace(columns, count);
        shown.renew(columns);
        selection.forget();
        refresh();
    }

    private void configure() {
        NatTable table = Spoken.name(Ids.mark(grid.table, id), title);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        selection.attach(grid);
        table.configure();
        TableStyle style = new TableStyle(
                table, this::shownColumns, position -> rows.lines().row(position));
        Theme.own(table, () -> {
            grid.fitFont();
            style.apply();
        });
        table.addListener(SWT.MenuDetect, selection::selectUnder);
        hands.take(table);
        shown.follow(grid);
    }

    /** Asks which columns are shown, and shows them. */
    void chooseColumns() {
        if (shown.ask(getShell())) {
            build();
        }
    }

    /**
     * Sets the context menu of the rows.
     *
     * @param menu the menu, made in the same window
     */
    public void setContextMenu(Menu menu) {
        hands.setMenu(menu);
    }

    /**
     * Lets the selected rows be dragged out of the table; before its model is set.
     *
     * @param items what is dragged
     */
    public void setDragged(ISelectionProvider items) {
        hands.setDragged(items);
    }

    private void openSelected() {
        int[] selected = selection.rows();
        if (selected.length > 0) {
            onOpen.accept(selected[0]);
        } else if (selection.heading() != null) {
            openHeading(!selection.heading().open());
        }
    }

    /** Opens or closes the group whose heading is selected. */
    private void openHeading(boolean open) {
        if (selection.heading() != null) {
            rows.groups().open(selection.heading().name(), open);
            regroup();
        }
    }

    /** Shows the cells' words as they are now, in the order that filter and sorting want, as soon as that is there. */
    public void refresh() {
        if (grid == null) {
            return;
        }
        try {
            rows.order(FilterReader.read(filter.text(), columns()), shown.inModel(sort.current()), this::show);
        } catch (FilterException e) {
            rows.forget();
            filter.setProblem(e.getMessage());
            grid.table.refresh(false);
        }
    }

    private void show() {
        filter.setCount(rows.rows().length, rows.count());
        selection.show(rows.lines());
        onShown.run();
    }

    private void regroup() {
        rows.group();
        selection.show(rows.lines());
    }

    /** Asks for a file, and writes what is shown to it. */
    void export() {
        Export lines = new Export(shownColumns(), shownRows());
        SavedFile.ask(
                getShell(),
                "Export Table",
                title.toLowerCase(Locale.ROOT).replace(' ', '-'),
                List.of(
                        new SavedFile.Form(".csv", "Comma-separated values", lines::csvContent),
                        new SavedFile.Form(".json", "JSON", lines::jsonContent)));
    }

    /**
     * Sets the groups in which a person may see the rows.
     *
     * @param offered the groupings, by rows of the model
     */
    public void setGroupings(List<Grouping> offered) {
        rows.groups().offer(offered);
        tools().offerGroups();
    }

    Groups groups() {
        return rows.groups();
    }

    /** Shows rows in groups, or without them for null. */
    void group(Grouping grouping) {
        rows.groups().choose(grouping);
        regroup();
    }

    TableTools tools() {
        return filter.tools();
    }

    /**
     * Selects a row and scrolls to it, without telling the listener. A row that the filter hides is selected when it
     * is shown again.
     *
     * @param row the row of the model, or -1 to select nothing
     */
    public void select(int row) {
        if (grid == null) {
            return;
        }
        String closed = rows.lines().hiddenIn(row);
        if (closed != null) {
            rows.groups().open(closed, true);
            regroup();
        }
        selection.select(row);
    }

    /**
     * Selects a row as {@link #select} does, and takes the filter away when it hides the row.
     *
     * @param row the row of the model
     */
    public void selectShown(int row) {
        select(row);
        if (selection.rows().length == 0 && !filter().isEmpty()) {
            setFilter("");
        }
    }

    /** The selected rows of the model, in the order shown. */
    public int[] selection() {
        return selection.rows();
    }

    /** The rows of the model that the filter leaves, in the order that sorting gives; those of closed groups too. */
    public int[] shownRows() {
        return rows.rows().clone();
    }

    /** How many lines there are: rows, and headings of groups. */
    public int lineCount() {
        return rows.lines().count();
    }

    /**
     * The words in a cell.
     *
     * @param column the column's index in the model
     * @param position the row's place among the rows that are shown, from 0
     */
    public String cellText(int column, int position) {
        return columns().get(column).text().apply(rows.rows()[position]);
    }

    /** The columns of the model. */
    public List<Column> columns() {
        return rows.columns();
    }

    /** The columns that are shown, in their order. */
    public List<Column> shownColumns() {
        return shown.list();
    }

    /**
     * Sets who is told when a person selects rows.
     *
     * @param listener takes the rows of the model
     */
    public void onSelect(Consumer<int[]> listener) {
        selection.onSelect(listener);
    }

    /**
     * Sets who is told when a person opens a row, by a double click or Enter.
     *
     * @param listener takes the row of the model
     */
    public void onOpen(IntConsumer listener) {
        onOpen = listener;
    }

    /**
     * Sets who is told when other rows are shown because of the filter.
     *
     * @param listener is called on the UI thread
     */
    public void onShown(Runnable listener) {
        onShown = listener;
    }

    /**
     * Sets the filter as if it had been typed.
     *
     * @param text the words, empty for all rows
     */
    public void setFilter(String text) {
        filter.setText(text);
    }

    /** What the filter says, empty when all rows are shown. */
    public String filter() {
        return filter.text();
    }

    /** Lets a person type into the filter; where there is a default button, Enter there presses it. */
    public void setFocusOnFilter() {
        filter.setFocus();
    }

    @Override
    public boolean setFocus() {
        return grid == null ? super.setFocus() : grid.table.setFocus();
    }
}
