package org.karlworkbench.ui.table;

import java.util.List;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;

/** The columns of a model that a table shows: as a person chose them by the dialog, by dragging a header or its edge. */
final class ShownColumns {
    private final String title;
    private String kept;
    private List<Column> model = List.of();
    private List<Column> shown = List.of();

    /** Columns of the table of that title; what is chosen of them is kept under a name. */
    ShownColumns(String title, String kept) {
        this.title = title;
        this.kept = kept;
    }

    void keepAs(String name) {
        kept = name;
    }

    /** Takes the columns of a model, and shows those that are chosen. */
    void take(List<Column> columns) {
        model = columns;
        shown = ColumnChoice.of(kept).shown(columns);
    }

    /** Takes columns that look as those before: the same of them stay where they are. */
    void renew(List<Column> columns) {
        model = columns;
        shown = ColumnChoice.renewed(shown, columns);
    }

    /** The columns that are shown, in their order. */
    List<Column> list() {
        return shown;
    }

    /** Keeps what a person drags in a grid of these columns. */
    void follow(RowGrid grid) {
        grid.onResize(
                (column, width) -> choice().resized(titleOf(column), width).keep(kept));
        grid.onReorder(columns ->
                choice().ordered(columns.stream().map(this::titleOf).toList()).keep(kept));
    }

    private ColumnChoice choice() {
        return ColumnChoice.of(kept).with(model);
    }

    private String titleOf(int column) {
        return shown.get(column).title();
    }

    /** Asks which columns are to be shown; true when a person chose, and the grid has to be made anew. */
    boolean ask(Shell shell) {
        ColumnsDialog dialog = new ColumnsDialog(shell, title, model, ColumnChoice.of(kept));
        if (dialog.open() != Window.OK) {
            return false;
        }
        dialog.choice().keep(kept);
        take(model);
        return true;
    }

    /** A sorting by a column that is shown as one by the same column of the model. */
    RowOrder.Sort inModel(RowOrder.Sort sort) {
        List<String> titles = model.stream().map(Column::title).toList();
        return sort == null ? null : new RowOrder.Sort(titles.indexOf(titleOf(sort.column())), sort.descending());
    }
}
