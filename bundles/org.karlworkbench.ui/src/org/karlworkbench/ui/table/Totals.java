package org.karlworkbench.ui.table;

import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.karlworkbench.ui.Formats;

/** The sums of a table's columns: of all rows, and of those that the filter leaves. Made once for the same rows. */
final class Totals implements IDataProvider {
    private static final int ALL = 0;

    private final Supplier<List<Column>> columns;
    private final IntSupplier count;
    private final Supplier<int[]> shown;
    private final Sums[] lines = {null, null};

    /** The words of one line, and what they were made of. */
    private record Sums(List<Column> columns, int[] rows, List<String> words) {
        static Sums of(List<Column> columns, int[] rows, String title) {
            int naming = Cells.naming(columns);
            List<String> words = IntStream.range(0, columns.size())
                    .mapToObj(column -> column == naming
                            ? title + ": " + Formats.count(rows.length)
                            : Cells.sum(columns.get(column), rows))
                    .toList();
            return new Sums(columns, rows, words);
        }
    }

    Totals(Supplier<List<Column>> columns, IntSupplier count, Supplier<int[]> shown) {
        this.columns = columns;
        this.count = count;
        this.shown = shown;
    }

    @Override
    public Object getDataValue(int column, int line) {
        return (line == ALL ? all() : shown()).words().get(column);
    }

    private Sums all() {
        Sums made = lines[0];
        if (made == null || made.columns() != columns.get() || made.rows().length != count.getAsInt()) {
            lines[0] =
                    Sums.of(columns.get(), IntStream.range(0, count.getAsInt()).toArray(), "All");
        }
        return lines[0];
    }

    private Sums shown() {
        Sums made = lines[1];
        if (made == null || made.columns() != columns.get() || made.rows() != shown.get()) {
            lines[1] = Sums.of(columns.get(), shown.get(), "Shown");
        }
        return lines[1];
    }

    @Override
    public void setDataValue(int column, int line, Object value) {
        throw new UnsupportedOperationException("sums are not edited");
    }

    @Override
    public int getColumnCount() {
        return columns.get().size();
    }

    /** None where no column has a sum. */
    @Override
    public int getRowCount() {
        return columns.get().stream().anyMatch(Column::summed) ? 2 : 0;
    }
}
