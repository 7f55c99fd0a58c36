package org.karlworkbench.ui.table;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.karlworkbench.ui.Formats;

/** The cells that NatTable asks for: texts, made when they become visible. */
final class Cells implements IDataProvider {
    private final Supplier<List<Column>> columns;
    private final Supplier<Lines> lines;

    Cells(Supplier<List<Column>> columns, Supplier<Lines> lines) {
        this.columns = columns;
        this.lines = lines;
    }

    /** The column in which headings and totals say what they are: the first with words. */
    static int naming(List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).type().isWords()) {
                return i;
            }
        }
        return 0;
    }

    /** The sum of a column over rows of the model in words; empty where it means nothing. */
    static String sum(Column column, int[] rows) {
        return column.summed()
                ? Formats.count(Arrays.stream(rows)
                        .mapToLong(column.number()::applyAsLong)
                        .sum())
                : "";
    }

    @Override
    public Object getDataValue(int column, int position) {
        int row = lines.get().row(position);
        if (row >= 0) {
            return Shown.line(columns.get().get(column).text().apply(row));
        }
        Lines.Group group = lines.get().heading(position);
        return group == null ? "" : heading(column, group);
    }

    private String heading(int column, Lines.Group group) {
        if (column == naming(columns.get())) {
            return (group.open() ? "▾ " : "▸ ") + Shown.line(group.name()) + " (" + Formats.count(group.rows().length)
                    + ")";
        }
        return sum(columns.get().get(column), group.rows());
    }

    @Override
    public void setDataValue(int column, int position, Object value) {
        throw new UnsupportedOperationException("the table shows, it does not edit");
    }

    @Override
    public int getColumnCount() {
        return columns.get().size();
    }

    @Override
    public int getRowCount() {
        return lines.get().count();
    }
}
