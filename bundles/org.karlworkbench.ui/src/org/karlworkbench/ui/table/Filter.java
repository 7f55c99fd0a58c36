package org.karlworkbench.ui.table;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * Which rows of a table a person wants to see: those for which all terms hold.
 *
 * @param terms the terms; none for all rows
 */
record Filter(List<Term> terms) {
    /** Every row. */
    static final Filter ALL = new Filter(List.of());

    /** Something that holds for a row or not. */
    sealed interface Term permits Word, Expression, Inside {}

    /**
     * Words that a cell contains, without regard to case.
     *
     * @param column the index of the column, -1 for any
     * @param word lower-case letters, one at least
     * @param whole whether the cell has to say nothing else
     */
    record Word(int column, String word, boolean whole) implements Term {}

    /**
     * A regular expression that is found in a cell of words.
     *
     * @param column the index of the column, -1 for any
     * @param pattern the expression
     */
    record Expression(int column, Pattern pattern) implements Term {}

    /**
     * A number within bounds, both included.
     *
     * @param column the index of a column of numbers
     * @param low the least number, as the column orders them
     * @param high the greatest
     */
    record Inside(int column, long low, long high) implements Term {}

    /** Whether it may take long even for a few rows. */
    boolean isSlow() {
        return terms.stream().anyMatch(Expression.class::isInstance);
    }

    /**
     * Whether a row is wanted.
     *
     * @param columns the columns for which the filter was read
     * @param row the row of the model
     * @param stale true when nobody wants to know any more
     * @throws CancellationException when stale
     */
    boolean matches(List<Column> columns, int row, BooleanSupplier stale) {
        for (Term term : terms) {
            boolean holds =
                    switch (term) {
                        case Word word -> matches(columns, row, word);
                        case Expression expression -> matches(columns, row, expression, stale);
                        case Inside inside -> matches(columns.get(inside.column()), row, inside);
                    };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(Column column, int row, Inside inside) {
        long number = column.number().applyAsLong(row);
        boolean within = column.compare(inside.low(), number) <= 0 && column.compare(number, inside.high()) <= 0;
        return within && !column.text().apply(row).isEmpty();
    }

    private static boolean matches(List<Column> columns, int row, Word word) {
        if (word.column() >= 0) {
            return says(columns.get(word.column()).text().apply(row), word);
        }
        // Numbers are searched only by what can be one: writing 150,000 addresses for each letter typed is too slow.
        boolean numeric = Character.isDigit(word.word().charAt(0));
        for (Column column : columns) {
            boolean asked = column.type().isWords() || numeric;
            if (asked && says(column.text().apply(row), word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(String text, Word word) {
        return word.whole() ? text.equalsIgnoreCase(word.word()) : contains(text, word.word());
    }

    /** Without regard to case, and without a copy of the text: this is asked millions of times while a person types. */
    private static boolean contains(String text, String word) {
        char first = word.charAt(0);
        for (int at = 0; at <= text.length() - word.length(); at++) {
            if (Character.toLowerCase(text.charAt(at)) == first
                    && text.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(List<Column> columns, int row, Expression expression, BooleanSupplier stale) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            boolean asked = expression.column() < 0 ? column.type().isWords() : expression.column() == i;
            if (asked
                    && expression
                            .pattern()
                            .matcher(new Watched(column.text().apply(row), stale))
                            .find()) {
                return true;
            }
        }
        return false;
    }

    /** A text whose search ends when nobody wants it any more: some expressions take years. */
    private static final class Watched implements CharSequence {
        private static final int STEP = 0x3fff;

        private final String text;
        private final BooleanSupplier stale;
        private int asked;

        Watched(String text, BooleanSupplier stale) {
            this.text = text;
            this.stale = stale;
        }

        @Override
        public char charAt(int index) {
            if ((++asked & STEP) == 0 && stale.getAsBoolean()) {
                throw new CancellationException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
