package org.karlworkbench.ui.table;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.LongFunction;

/**
 * One column of a table: where its values lie and how they are written. Values are asked for by the row of the model,
 * which never changes when the table is sorted or filtered.
 *
 * @param title the header, in headline capitals
 * @param width the width in pixels at 100 % zoom; 0 takes what the other columns leave
 * @param type what the values are
 * @param text the value as it is shown
 * @param number the value by which to sort, null for texts that are sorted as such
 * @param icon the name of the picture before the value, null for none
 * @param summed whether the sum of its numbers means something
 * @param decimals how many of a number's last digits stand behind the point, 0 for whole numbers
 */
public record Column(
        String title,
        int width,
        Type type,
        IntFunction<String> text,
        IntToLongFunction number,
        IntFunction<String> icon,
        boolean summed,
        int decimals) {
    private static final int FINE = 9;

    /** What a column's values are: it decides alignment, font and the order of sorting. */
    public enum Type {
        /** Words, on the left, sorted without regard to case unless there is a number to sort by. */
        TEXT,
        /** Words too, in letters of equal width. */
        CODE,
        /** Unsigned addresses, in hex. */
        ADDRESS,
        /** Signed numbers, on the right. */
        NUMBER;

        /** Whether it has words, not numbers. */
        boolean isWords() {
            return this == TEXT || this == CODE;
        }

        /** Whether all its letters are equally wide. */
        boolean isCode() {
            return this == CODE || this == ADDRESS;
        }
    }

    /**
     * A column of words.
     *
     * @param title the header
     * @param width in pixels, 0 for the rest
     * @param text the words of a row
     */
    public static Column text(String title, int width, IntFunction<String> text) {
        return new Column(title, width, Type.TEXT, text, null, null, false, 0);
    }

    /**
     * A column of bytes or instructions, whose letters stand below each other.
     *
     * @param title the header
     * @param width in pixels, 0 for the rest
     * @param text the words of a row
     */
    public static Column code(String title, int width, IntFunction<String> text) {
        return new Column(title, width, Type.CODE, text, null, null, false, 0);
    }

    /**
     * A column of unsigned numbers in hex.
     *
     * @param title the header
     * @param width in pixels
     * @param address the number of a row
     * @param format writes it
     */
    public static Column address(String title, int width, IntToLongFunction address, LongFunction<String> format) {
        return new Column(
                title, width, Type.ADDRESS, row -> format.apply(address.applyAsLong(row)), address, null, false, 0);
    }

    /**
     * A column of signed numbers.
     *
     * @param title the header
     * @param width in pixels
     * @param number the number of a row
     * @param format writes it
     */
    public static Column number(String title, int width, IntToLongFunction number, LongFunction<String> format) {
        return new Column(
                title, width, Type.NUMBER, row -> format.apply(number.applyAsLong(row)), number, null, false, 0);
    }

    /**
     * A column of numbers that are not whole, such as shares and bits.
     *
     * @param title the header
     * @param width in pixels, 0 for the rest
     * @param value the number of a row, of which nine decimals count; a cell is empty for what is not a number
     * @param format writes it
     */
    public static Column decimal(String title, int width, IntToDoubleFunction value, DoubleFunction<String> format) {
        return new Column(
                title,
                width,
                Type.NUMBER,
                row -> Double.isNaN(value.applyAsDouble(row)) ? "" : format.apply(value.applyAsDouble(row)),
                row -> Math.round(value.applyAsDouble(row) * Math.pow(10, FINE)),
                null,
                false,
                FINE);
    }

    /** The number of a row as other programs read it. */
    String plain(int row) {
        long value = number.applyAsLong(row);
        return decimals == 0
                ? Long.toString(value)
                : BigDecimal.valueOf(value, decimals).stripTrailingZeros().toPlainString();
    }

    /**
     * The same column of words, sorted by a number, such as dates in words by the moment that they name.
     *
     * @param value the number of a row
     */
    public Column sortedBy(IntToLongFunction value) {
        return new Column(title, width, type, text, value, icon, summed, decimals);
    }

    /** The column's name in filters and exports: the title's letters and digits, as in {@code addressInA}. */
    String key() {
        return key(title);
    }

    static String key(String title) {
        StringBuilder key = new StringBuilder();
        for (String word : title.split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                String lower = word.toLowerCase(Locale.ROOT);
                key.append(key.isEmpty() ? lower.charAt(0) : Character.toUpperCase(lower.charAt(0)));
                key.append(lower, 1, lower.length());
            }
        }
        return key.toString();
    }

    /** Compares two of its numbers: addresses have no sign. */
    int compare(long a, long b) {
        return type == Type.ADDRESS ? Long.compareUnsigned(a, b) : Long.compare(a, b);
    }

    /**
     * The same column with a picture before each value.
     *
     * @param name the picture's name for a row, null for none
     */
    public Column withIcon(IntFunction<String> name) {
        return new Column(title, width, type, text, number, name, summed, decimals);
    }

    /**
     * The same column where other words are shown, such as an empty cell for an address that does not exist.
     *
     * @param shown the words of a row
     */
    public Column shownAs(IntFunction<String> shown) {
        return new Column(title, width, type, shown, number, icon, summed, decimals);
    }

    /** The same column of numbers, with its sum in the totals. */
    public Column withSum() {
        return new Column(title, width, type, text, number, icon, true, decimals);
    }

    /** The same column in another width. */
    Column withWidth(int pixels) {
        return new Column(title, pixels, type, text, number, icon, summed, decimals);
    }
}
