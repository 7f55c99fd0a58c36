package org.karlworkbench.ui.table;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.karlworkbench.ui.Formats;

/**
 * What a table shows, for other programs: the rows that its filter leaves, in the order shown. Addresses are 0x and hex,
 * numbers are numbers, words are whole, and an empty cell stays empty.
 *
 * @param columns the columns
 * @param rows the rows of the model, in the order shown
 */
public record Export(List<Column> columns, int[] rows) {
    private static final char FIRST_PRINTABLE = ' ';
    private static final String LINE = "\r\n";

    /**
     * Writes comma-separated values (RFC 4180), with the columns' keys in the first line.
     *
     * @param out takes them
     * @throws IOException as that does
     */
    public void csv(Writer out) throws IOException {
        for (int column = 0; column < columns.size(); column++) {
            out.append(column == 0 ? "" : ",").append(columns.get(column).key());
        }
        out.append(LINE);
        for (int row : rows) {
            for (int column = 0; column < columns.size(); column++) {
                out.append(column == 0 ? "" : ",").append(quoted(value(columns.get(column), row)));
            }
            out.append(LINE);
        }
    }

    /** Quoted where a comma, a quote or a line break would tear the row. */
    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /**
     * Writes one JSON object with {@code rows[]}, as the command does.
     *
     * @param out takes it
     * @throws IOException as that does
     */
    public void json(Writer out) throws IOException {
        out.append("{\"schemaVersion\":1,\"rows\":[");
        for (int i = 0; i < rows.length; i++) {
            out.append(i == 0 ? "\n{" : ",\n{");
            for (int column = 0; column < columns.size(); column++) {
                Column each = columns.get(column);
                String value = value(each, rows[i]);
                out.append(column == 0 ? "" : ",").append(string(each.key())).append(':');
                out.append(each.type() == Column.Type.TEXT ? string(value) : number(each, value));
            }
            out.append('}');
        }
        out.append("\n]}\n");
    }

    private static String number(Column column, String value) {
        if (value.isEmpty()) {
            return "null";
        }
        return column.type() == Column.Type.ADDRESS ? string(value) : value;
    }

    private static String value(Column column, int row) {
        String shown = column.text().apply(row);
        if (column.type() == Column.Type.TEXT || shown.isEmpty()) {
            return shown;
        }
        long number = column.number().applyAsLong(row);
        return column.type() == Column.Type.ADDRESS ? Formats.hex(number) : Long.toString(number);
    }

    private static String string(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < FIRST_PRINTABLE || Character.isSurrogate(c)) {
                json.append(String.format("\\u%04x", (int) c)); // a lone surrogate has no bytes in UTF-8
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
