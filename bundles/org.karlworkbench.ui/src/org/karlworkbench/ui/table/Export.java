package org.karlworkbench.ui.table;

import com.google.gson.stream.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.karlworkbench.elf.Csv;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.SavedFile;

/**
 * What a table shows, for other programs: the rows that its filter leaves, in the order shown. Addresses are 0x and hex,
 * numbers are numbers, words are whole, and an empty cell stays empty.
 *
 * @param columns the columns
 * @param rows the rows of the model, in the order shown
 */
public record Export(List<Column> columns, int[] rows) {
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
                out.append(column == 0 ? "" : ",").append(Csv.text(value(columns.get(column), row)));
            }
            out.append(LINE);
        }
    }

    /**
     * Writes one JSON object with {@code rows[]}, as the command does.
     *
     * @param out takes it
     * @throws IOException as that does
     */
    public void json(Writer out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.beginObject().name("schemaVersion").value(1).name("rows").beginArray();
        for (int row : rows) {
            out.append('\n'); // a line for each row, for people and for tools that work by lines
            json.beginObject();
            for (Column column : columns) {
                json.name(column.key());
                json(json, column, row);
            }
            json.endObject();
        }
        json.endArray().endObject().flush();
        out.append('\n');
    }

    private static void json(JsonWriter json, Column column, int row) throws IOException {
        String value = value(column, row);
        if (!column.type().isWords() && value.isEmpty()) {
            json.nullValue();
        } else if (column.type() == Column.Type.NUMBER) {
            json.value(new BigDecimal(value));
        } else {
            json.value(value);
        }
    }

    private static String value(Column column, int row) {
        String shown = column.text().apply(row);
        if (column.type().isWords() || shown.isEmpty()) {
            return shown;
        }
        return column.type() == Column.Type.ADDRESS
                ? Formats.hex(column.number().applyAsLong(row))
                : column.plain(row);
    }

    /** What is written when a person saves it. */
    SavedFile.Content csvContent() {
        return () -> bytes(this::csv);
    }

    /** The same as JSON. */
    SavedFile.Content jsonContent() {
        return () -> bytes(this::json);
    }

    private interface Form {
        void write(Writer out) throws IOException;
    }

    private static byte[] bytes(Form form) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            form.write(writer);
        }
        return bytes.toByteArray();
    }
}
