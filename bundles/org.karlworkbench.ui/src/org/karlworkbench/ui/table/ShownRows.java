package org.karlworkbench.ui.table;

import java.util.List;
import org.eclipse.swt.widgets.Display;
import org.karlworkbench.ui.LatestAnswer;

/** What filter, sorting and groups make of the rows of a model. Large models are ordered off the UI thread. */
final class ShownRows {
    /** Tables of so few rows are ordered at once. */
    private static final int SMALL = 4_000;

    private final Groups groups;
    private final LatestAnswer worker;
    private List<Column> columns = List.of();
    private int count;
    private RowOrder order = RowOrder.all(0);
    private Lines lines = Lines.flat(new int[0], 0);

    ShownRows(String table, Display display) {
        groups = new Groups(table);
        worker = new LatestAnswer(display, "Table Order");
    }

    /** Takes another model, of which all rows are shown as they come. */
    void take(List<Column> newColumns, int rows) {
        order = RowOrder.all(rows);
        replace(newColumns, rows);
    }

    /** Takes other rows in the same columns; those that were there before keep their order. */
    void replace(List<Column> newColumns, int rows) {
        columns = newColumns;
        count = rows;
        order = order.below(rows);
        group();
    }

    /** The columns of the model. */
    List<Column> columns() {
        return columns;
    }

    /** How many rows the model has. */
    int count() {
        return count;
    }

    /** The rows that the filter leaves, in their order; not to be changed. */
    int[] rows() {
        return order.rows();
    }

    Lines lines() {
        return lines;
    }

    Groups groups() {
        return groups;
    }

    /** Makes the lines anew, after a change of groups. */
    void group() {
        lines = groups.lines(order.rows(), count);
    }

    /**
     * Orders the rows.
     *
     * @param filter which rows
     * @param sort by what, null for the model's own order
     * @param done is called on the UI thread when they are, unless something else is asked for before
     */
    void order(Filter filter, RowOrder.Sort sort, Runnable done) {
        List<Column> asked = columns;
        int rows = count;
        if (rows <= SMALL && !filter.isSlow()) {
            worker.forget();
            show(RowOrder.of(asked, rows, filter, sort, () -> false), done);
        } else {
            worker.ask(stale -> RowOrder.of(asked, rows, filter, sort, stale), made -> show(made, done));
        }
    }

    private void show(RowOrder made, Runnable done) {
        order = made;
        group();
        done.run();
    }

    /** Nobody wants the order any more for which was asked last. */
    void forget() {
        worker.forget();
    }

    void stop() {
        worker.stop();
    }
}
