package org.karlworkbench.ui.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads what a person types into a filter: {@code word}, {@code "two words"}, {@code /expression/}, and by column
 * {@code object:word}, {@code section=.text}, {@code name:/expression/}, {@code size>4096}, {@code address:0x10..0x20}.
 */
final class FilterReader {
    /** How filters are written, for the tip of the field. */
    static final String HELP = """
            Shows the rows for which all of this holds:
            word  some cell contains it; numbers match as they are written
            "two words"  as they stand, with the space
            /expression/  a regular expression, in any column of words
            object:word  section=.text  kind=function  name:/^sys_/  by column: contains, is, or is found
            size>4096  size<=0x1000  size:16..64  address:0xffffffff81000000..0xffffffff81200000  by number""";

    private static final Pattern BY_COLUMN = Pattern.compile("(\\p{L}[\\p{L}\\p{N}-]*)(:(?!:)|<=|>=|=|<|>)(.*)");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");
    private static final Pattern RANGE = Pattern.compile("(\\w+(?:\\.\\w+)?)(?:\\.\\.|-)(\\w+(?:\\.\\w+)?)");

    private final String text;
    private final List<Column> columns;
    private int at;

    private FilterReader(String text, List<Column> columns) {
        this.text = text;
        this.columns = columns;
    }

    /**
     * Reads a filter.
     *
     * @param text what was typed
     * @param columns the columns of the table
     * @return the filter
     * @throws FilterException when it makes no sense for these columns
     */
    static Filter read(String text, List<Column> columns) throws FilterException {
        FilterReader reader = new FilterReader(text, columns);
        List<Filter.Term> terms = new ArrayList<>();
        for (String each = reader.next(); each != null; each = reader.next()) {
            terms.add(reader.term(each));
        }
        return terms.isEmpty() ? Filter.ALL : new Filter(List.copyOf(terms));
    }

    /** What stands up to the next space outside quotes and expressions; null at the end. */
    private String next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        int begun = at;
        char mark = 0;
        for (; at < text.length() && (mark != 0 || !Character.isWhitespace(text.charAt(at))); at++) {
            char here = text.charAt(at);
            if (mark == 0 && (here == '"' || here == '/') && opens(begun)) {
                mark = here;
            } else if (here == '\\' && mark == '/') {
                at++;
            } else if (here == mark) {
                mark = 0;
            }
        }
        at = Math.min(at, text.length());
        return begun == text.length() ? null : text.substring(begun, at);
    }

    /** Whether a quote or an expression can begin here: at the beginning, or behind the sign that follows a column. */
    private boolean opens(int begun) {
        return at == begun || ":=".indexOf(text.charAt(at - 1)) >= 0;
    }

    private Filter.Term term(String typed) throws FilterException {
        if (!isQuoted(typed) && !typed.startsWith("/")) {
            Matcher match = BY_COLUMN.matcher(typed);
            if (match.matches()) {
                return byColumn(column(match.group(1), typed), match.group(2), match.group(3));
            }
        }
        return words(-1, typed, false);
    }

    private static boolean isQuoted(String typed) {
        return typed.startsWith("\"");
    }

    private Filter.Term words(int column, String typed, boolean whole) throws FilterException {
        if (typed.startsWith("/") && typed.length() > 1) {
            return new Filter.Expression(column, expression(inside(typed, '/')));
        }
        String word = isQuoted(typed) ? inside(typed, '"') : typed;
        if (word.isEmpty()) {
            throw new FilterException("Type what to look for behind " + typed);
        }
        return new Filter.Word(column, word.toLowerCase(Locale.ROOT), whole);
    }

    /** What is between two marks; the second may still have to be typed. */
    private static String inside(String typed, char mark) {
        boolean closed = typed.length() > 1 && typed.charAt(typed.length() - 1) == mark;
        return typed.substring(1, typed.length() - (closed ? 1 : 0));
    }

    private static Pattern expression(String typed) throws FilterException {
        try {
            return Pattern.compile(typed, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw new FilterException("/" + typed + "/ is no expression: " + e.getDescription());
        }
    }

    /** A column by its title, or by the beginning of only one title, without spaces and regard to case. */
    private int column(String name, String typed) throws FilterException {
        String wanted = Column.key(name);
        int found = -1;
        for (int i = 0; i < columns.size(); i++) {
            String key = columns.get(i).key();
            if (key.equalsIgnoreCase(wanted)) {
                return i;
            }
            if (key.toLowerCase(Locale.ROOT).startsWith(wanted.toLowerCase(Locale.ROOT))) {
                found = found == -1 ? i : -2;
            }
        }
        if (found < 0) {
            String names = String.join(", ", columns.stream().map(Column::key).toList());
            throw new FilterException("No column " + name + " (" + names + "); \"" + typed + "\" looks for the words");
        }
        return found;
    }

    private Filter.Term byColumn(int column, String sign, String value) throws FilterException {
        if (value.isEmpty()) {
            throw new FilterException(
                    "Type what to look for behind " + columns.get(column).key() + sign);
        }
        if (!columns.get(column).type().isWords()) {
            return inside(column, sign, value);
        }
        if (sign.equals(":") || sign.equals("=")) {
            return words(column, value, sign.equals("="));
        }
        throw new FilterException(columns.get(column).title() + " holds words: use "
                + columns.get(column).key() + ":…");
    }

    private Filter.Term inside(int column, String sign, String value) throws FilterException {
        boolean unsigned = columns.get(column).type() == Column.Type.ADDRESS;
        long least = unsigned ? 0 : Long.MIN_VALUE;
        long most = unsigned ? -1 : Long.MAX_VALUE;
        Matcher range = RANGE.matcher(value);
        if (sign.equals(":") && range.matches()) {
            return new Filter.Inside(column, number(column, range.group(1)), number(column, range.group(2)));
        }
        long number = number(column, value);
        return switch (sign) {
            case "<=" -> new Filter.Inside(column, least, number);
            case ">=" -> new Filter.Inside(column, number, most);
            case "<" -> number == least ? nothing(column) : new Filter.Inside(column, least, number - 1);
            case ">" -> number == most ? nothing(column) : new Filter.Inside(column, number + 1, most);
            default -> new Filter.Inside(column, number, number);
        };
    }

    private static Filter.Term nothing(int column) {
        return new Filter.Inside(column, 1, 0);
    }

    private long number(int column, String typed) throws FilterException {
        int decimals = columns.get(column).decimals();
        if (decimals == 0) {
            return whole(typed);
        }
        if (!DECIMAL.matcher(typed).matches()) {
            throw new FilterException(
                    typed + " is no number: use digits, up to " + decimals + " of them behind a point");
        }
        return new BigDecimal(typed).movePointRight(decimals).longValueExact();
    }

    private static long whole(String typed) throws FilterException {
        String digits = typed.toLowerCase(Locale.ROOT);
        try {
            if (digits.startsWith("-0x")) {
                return Math.negateExact(Long.parseLong(digits.substring(3), 16));
            }
            return digits.startsWith("0x") ? Long.parseUnsignedLong(digits.substring(2), 16) : Long.parseLong(digits);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new FilterException(typed + " is no number: use digits, or 0x and hexadecimal ones");
        }
    }
}
