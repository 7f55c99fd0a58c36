package org.karlworkbench.ui.table;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.nebula.widgets.nattable.sort.ISortModel;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;

/** What a table is sorted by, as NatTable asks for it; the sorting itself is done elsewhere, off the UI thread. */
final class SortState implements ISortModel {
    private final Consumer<RowOrder.Sort> changed;
    private RowOrder.Sort sort;

    SortState(Consumer<RowOrder.Sort> changed) {
        this.changed = changed;
    }

    /** The current sorting, null for the model's own order. */
    RowOrder.Sort current() {
        return sort;
    }

    @Override
    public List<Integer> getSortedColumnIndexes() {
        return sort == null ? List.of() : List.of(sort.column());
    }

    @Override
    public boolean isColumnIndexSorted(int column) {
        return sort != null && sort.column() == column;
    }

    @Override
    public SortDirectionEnum getSortDirection(int column) {
        if (!isColumnIndexSorted(column)) {
            return SortDirectionEnum.NONE;
        }
        return sort.descending() ? SortDirectionEnum.DESC : SortDirectionEnum.ASC;
    }

    @Override
    public int getSortOrder(int column) {
        return isColumnIndexSorted(column) ? 0 : -1;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface declares it
    public List<Comparator> getComparatorsForColumnIndex(int column) {
        return List.of();
    }

    @Override
    public Comparator<?> getColumnComparator(int column) {
        return null;
    }

    @Override
    public void sort(int column, SortDirectionEnum direction, boolean accumulate) {
        boolean none = direction == SortDirectionEnum.NONE;
        sort = none ? null : new RowOrder.Sort(column, direction == SortDirectionEnum.DESC);
        changed.accept(sort);
    }

    @Override
    public void clear() {
        sort = null;
    }
}
