package org.karlworkbench.ui.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Which rows of a model a table shows, and in which order: the result of filter and sorting. Made once, off the UI
 * thread for large tables, and never changed.
 *
 * @param rows the rows of the model in the order shown
 */
record RowOrder(int[] rows) {
    /** Tables of so many rows are filtered in parts, at the same time. */
    private static final int SMALL = 4_000;

    private static final int PARTS = 16;

    /** All rows of a model, as they come. */
    static RowOrder all(int count) {
        return new RowOrder(IntStream.range(0, count).toArray());
    }

    /**
     * Filters and sorts. Linear, apart from the sort itself.
     *
     * @param columns the model's columns
     * @param count the number of its rows
     * @param filter what a row must be
     * @param sort the column to sort by and the direction, null for the model's own order
     * @param stale true when nobody wants the result any more
     * @throws CancellationException when stale
     */
    static RowOrder of(List<Column> columns, int count, Filter filter, Sort sort, BooleanSupplier stale) {
        int[] rows = filtered(columns, count, filter, stale);
        if (sort != null) {
            sort(rows, columns.get(sort.column()), stale);
            if (sort.descending()) {
                reverse(rows);
            }
        }
        return new RowOrder(rows);
    }

    private static int[] filtered(List<Column> columns, int count, Filter filter, BooleanSupplier stale) {
        if (filter.terms().isEmpty()) {
            return IntStream.range(0, count).toArray();
        }
        if (count < SMALL) {
            return filtered(columns, 0, count, filter, stale);
        }
        int[][] parts = IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(part -> filtered(columns, start(part, count), start(part + 1, count), filter, stale))
                .toArray(int[][]::new);
        return Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray();
    }

    private static int start(int part, int count) {
        return (int) ((long) count * part / PARTS);
    }

    private static int[] filtered(List<Column> columns, int from, int to, Filter filter, BooleanSupplier stale) {
        int[] kept = new int[to - from];
        int size = 0;
        for (int row = from; row < to; row++) {
            if (filter.matches(columns, row, stale)) {
                kept[size++] = row;
            }
            check(row, stale);
        }
        return Arrays.copyOf(kept, size);
    }

    private static void sort(int[] rows, Column column, BooleanSupplier stale) {
        if (column.number() == null) {
            sortTexts(rows, column, stale);
        } else {
            sortNumbers(rows, column);
        }
    }

    private static void sortTexts(int[] rows, Column column, BooleanSupplier stale) {
        Text[] texts = new Text[rows.length];
        for (int i = 0; i < rows.length; i++) {
            texts[i] = new Text(column.text().apply(rows[i]).toLowerCase(Locale.ROOT), rows[i]);
            check(i, stale);
        }
        Arrays.parallelSort(texts);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = texts[i].row();
        }
    }

    private static void sortNumbers(int[] rows, Column column) {
        // Unsigned order is signed order with the top bit turned; equal values keep the model's order.
        long flip = column.type() == Column.Type.ADDRESS ? Long.MIN_VALUE : 0;
        Key[] keys = new Key[rows.length];
        for (int i = 0; i < rows.length; i++) {
            keys[i] = new Key(column.number().applyAsLong(rows[i]) ^ flip, rows[i]);
        }
        Arrays.parallelSort(keys);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = keys[i].row();
        }
    }

    private static void reverse(int[] rows) {
        for (int low = 0, high = rows.length - 1; low < high; low++, high--) {
            int row = rows[low];
            rows[low] = rows[high];
            rows[high] = row;
        }
    }

    private static void check(int row, BooleanSupplier stale) {
        if ((row & 0xfff) == 0 && stale.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    /** The same order without rows that a shorter model does not have. */
    RowOrder below(int count) {
        return new RowOrder(Arrays.stream(rows).filter(row -> row < count).toArray());
    }

    /**
     * What a table is sorted by.
     *
     * @param column the index of the column
     * @param descending whether the largest comes first
     */
    record Sort(int column, boolean descending) {}

    private record Text(String text, int row) implements Comparable<Text> {
        @Override
        public int compareTo(Text other) {
            int order = text.compareTo(other.text);
            return order != 0 ? order : Integer.compare(row, other.row);
        }
    }

    private record Key(long key, int row) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = Long.compare(key, other.key);
            return order != 0 ? order : Integer.compare(row, other.row);
        }
    }
}
