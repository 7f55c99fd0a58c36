package org.karlworkbench.elf;

/** Comma-separated values, as RFC 4180 describes them. */
public final class Csv {
    private Csv() {}

    /**
     * A text as one value.
     *
     * @param text any text, or null
     * @return quoted where a comma, a quote or a line break would tear the row; empty for null
     */
    public static String text(String text) {
        if (text == null) {
            return "";
        }
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
