package org.karlworkbench.ui.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.coordinate.Range;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.eclipse.nebula.widgets.nattable.tooltip.NatTableContentTooltip;
import org.eclipse.nebula.widgets.nattable.ui.matcher.KeyEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.LatestAnswer;
import org.karlworkbench.ui.SavedFile;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.Theme;

/**
 * The workbench's table: columns over a model of many rows, with a filter, sorting by a click on a header, and a
 * selection in rows of the model. 150,000 rows are as quick as ten: only what is visible is ever asked for, filter and
 * sorting run off the UI thread.
 */
public final class ColumnTable extends Composite {
    private static final int TOOLTIP_MILLIS = 500;

    /** Tables of so few rows are ordered at once. */
    private static final int SMALL = 4_000;

    private final FilterBar filter;
    private final SortState sort = new SortState(_ -> refresh());
    private final LatestAnswer worker;
    private List<Column> columns = List.of();
    private int count;
    private RowOrder order = RowOrder.all(0);
    private int[] positions = {};
    private int[] selected = {};
    private int target = -1;
    private RowGrid grid;
    private Menu contextMenu;
    private boolean quiet;
    private Consumer<int[]> onSelect = _ -> {};
    private IntConsumer onOpen = _ -> {};
    private Runnable onShown = () -> {};
    private final String id;
    private final String title;

    /**
     * An empty table; it shows nothing until {@link #setModel}.
     *
     * @param parent the composite around it
     * @param id the table's name for tests; the filter is ID.filter, the number of rows ID.count
     * @param title what a screen reader calls it
     */
    public ColumnTable(Composite parent, String id, String title) {
        super(parent, SWT.NONE);
        this.id = id;
        this.title = title;
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(this);
        filter = new FilterBar(this, id, title, this::refresh, this::export);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        worker = new LatestAnswer(getDisplay(), "Table Order");
        addDisposeListener(_ -> worker.stop());
    }

    /**
     * Shows a model. Sorting and selection start afresh, the filter stays.
     *
     * @param newColumns the columns, at least one
     * @param rows the number of rows
     */
    public void setModel(List<Column> newColumns, int rows) {
        columns = newColumns;
        count = rows;
        sort.clear();
        selected = new int[0];
        target = -1;
        order = RowOrder.all(rows);
        positions = order.positions(rows);
        boolean focused = grid != null && grid.table.isFocusControl();
        if (grid != null) {
            grid.table.setMenu(null); // or it would be disposed with the table
            grid.table.dispose();
        }
        grid = new RowGrid(this, columns, new Cells(), sort);
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
     * @param newColumns the columns, which have to look as those before
     * @param rows the number of rows
     */
    public void setRows(List<Column> newColumns, int rows) {
        columns = newColumns;
        count = rows;
        target = -1;
        selected = new int[0];
        order = order.below(rows);
        positions = order.positions(rows);
        refresh();
    }

    private void configure() {
        NatTable table = Spoken.name(Ids.mark(grid.table, id), title);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        grid.selection.addLayerListener(event -> {
            if (event instanceof ISelectionEvent && !quiet) {
                selectionChanged();
            }
        });
        table.configure();
        TableStyle style = new TableStyle(table, this::columns, this::modelRow);
        Theme.own(table, style::apply);
        table.getUiBindingRegistry()
                .registerFirstDoubleClickBinding(MouseEventMatcher.bodyLeftClick(SWT.NONE), (_, _) -> openSelected());
        table.getUiBindingRegistry()
                .registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.CR), (_, _) -> openSelected());
        table.addListener(SWT.MenuDetect, this::selectUnderMenu);
        // the whole text of a cell that is too narrow for it
        new NatTableContentTooltip(table, GridRegion.BODY).setPopupDelay(TOOLTIP_MILLIS);
        showMenu();
    }

    /**
     * Sets the context menu of the rows.
     *
     * @param menu the menu, made in the same window
     */
    public void setContextMenu(Menu menu) {
        contextMenu = menu;
        showMenu();
    }

    private void showMenu() {
        if (grid != null && contextMenu != null && contextMenu.getParent() == getShell()) {
            grid.table.setMenu(contextMenu);
        }
    }

    /** A context menu is about what lies under the pointer, so that is selected first. */
    private void selectUnderMenu(Event event) {
        var point = grid.table.toControl(event.x, event.y);
        int position = grid.viewport.localToUnderlyingRowPosition(grid.table.getRowPositionByY(point.y) - 1);
        if (position >= 0 && position < order.rows().length && !contains(selected, order.rows()[position])) {
            select(order.rows()[position]);
            onSelect.accept(selected);
        }
    }

    private static boolean contains(int[] rows, int row) {
        return Arrays.stream(rows).anyMatch(other -> other == row);
    }

    private void openSelected() {
        if (selected.length > 0) {
            onOpen.accept(selected[0]);
        }
    }

    private void selectionChanged() {
        selected = grid.selection.getSelectedRowPositions().stream()
                .sorted((a, b) -> Integer.compare(a.start, b.start))
                .flatMapToInt(ColumnTable::positions)
                .filter(position -> position < order.rows().length)
                .map(this::modelRow)
                .toArray();
        target = selected.length == 0 ? -1 : selected[0];
        onSelect.accept(selected.clone());
    }

    private static java.util.stream.IntStream positions(Range range) {
        return java.util.stream.IntStream.range(range.start, range.end);
    }

    /** Shows the cells' words as they are now, in the order that filter and sorting want, as soon as that is there. */
    public void refresh() {
        if (grid == null) {
            return;
        }
        try {
            Filter wanted = FilterReader.read(filter.text(), columns);
            order(wanted);
        } catch (FilterException e) {
            worker.forget();
            filter.setProblem(e.getMessage());
            grid.table.refresh(false);
        }
    }

    /** Orders small tables at once, large ones on the other thread. */
    private void order(Filter wanted) {
        List<Column> asked = columns;
        int rows = count;
        RowOrder.Sort by = sort.current();
        if (rows <= SMALL && !wanted.isSlow()) {
            worker.forget();
            show(RowOrder.of(asked, rows, wanted, by, () -> false));
        } else {
            worker.ask(stale -> RowOrder.of(asked, rows, wanted, by, stale), this::show);
        }
    }

    /** Asks for a file, and writes what is shown to it. */
    void export() {
        Export shown = new Export(columns, order.rows().clone());
        SavedFile.ask(
                getShell(),
                "Export Table",
                title.toLowerCase(Locale.ROOT).replace(' ', '-'),
                List.of(
                        new SavedFile.Form(".csv", "Comma-separated values", shown::csvContent),
                        new SavedFile.Form(".json", "JSON", shown::jsonContent)));
    }

    private void show(RowOrder made) {
        order = made;
        positions = made.positions(count);
        filter.setCount(made.rows().length, count);
        quiet = true;
        grid.selection.clear(false);
        grid.table.refresh(false);
        quiet = false;
        select(target);
        onShown.run();
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
        quiet = true;
        target = row;
        grid.selection.clear();
        int position = row < 0 || row >= count ? -1 : positions[row];
        selected = position < 0 ? new int[0] : new int[] {row};
        if (position >= 0) {
            grid.selection.doCommand(new SelectRowsCommand(grid.selection, 0, position, false, false));
            grid.viewport.moveRowPositionIntoViewport(position);
        }
        quiet = false;
    }

    /**
     * Selects a row as {@link #select} does, and takes the filter away when it hides the row.
     *
     * @param row the row of the model
     */
    public void selectShown(int row) {
        select(row);
        if (selected.length == 0 && !filter().isEmpty()) {
            setFilter("");
        }
    }

    /** The selected rows of the model, in the order shown. */
    public int[] selection() {
        return selected.clone();
    }

    /** The rows of the model that are shown now, in their order. */
    public int[] shownRows() {
        return order.rows().clone();
    }

    /**
     * The words in a cell.
     *
     * @param column the column's index in the model
     * @param position the row's place in the table, from 0
     */
    public String cellText(int column, int position) {
        return columns.get(column).text().apply(modelRow(position));
    }

    /** The columns of the model. */
    public List<Column> columns() {
        return columns;
    }

    /**
     * Sets who is told when a person selects rows.
     *
     * @param listener takes the rows of the model
     */
    public void onSelect(Consumer<int[]> listener) {
        onSelect = listener;
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

    @Override
    public boolean setFocus() {
        return grid == null ? super.setFocus() : grid.table.setFocus();
    }

    private int modelRow(int position) {
        return order.rows()[position];
    }

    /** The cells that NatTable asks for: texts, made when they become visible. */
    private final class Cells implements IDataProvider {
        private final IntUnaryOperator row = ColumnTable.this::modelRow;

        @Override
        public Object getDataValue(int column, int position) {
            return position < order.rows().length
                    ? Shown.line(columns.get(column).text().apply(row.applyAsInt(position)))
                    : "";
        }

        @Override
        public void setDataValue(int column, int position, Object value) {
            throw new UnsupportedOperationException("the table shows, it does not edit");
        }

        @Override
        public int getColumnCount() {
            return columns.size();
        }

        @Override
        public int getRowCount() {
            return order.rows().length;
        }
    }
}
