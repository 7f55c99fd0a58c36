package org.karlworkbench.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.Printable;

/** Rows of words in aligned columns, for people. */
final class TextTable {
    private final List<String[]> rows = new ArrayList<>();
    private final int[] widths;

    TextTable(String... headings) {
        widths = new int[headings.length];
        row((Object[]) headings);
    }

    void row(Object... cells) {
        String[] row = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            row[i] = cells[i] == null ? "-" : Printable.of(cells[i].toString());
            widths[i] = Math.max(widths[i], row[i].length());
        }
        rows.add(row);
    }

    void print(PrintWriter out) {
        StringBuilder line = new StringBuilder();
        for (String[] row : rows) {
            line.setLength(0);
            for (int i = 0; i < row.length; i++) {
                boolean last = i == row.length - 1;
                line.append(row[i]).append(last ? "" : " ".repeat(widths[i] - row[i].length() + 2));
            }
            out.println(line);
        }
    }
}
