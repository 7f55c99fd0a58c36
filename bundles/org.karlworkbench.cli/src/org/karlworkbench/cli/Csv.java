package org.karlworkbench.cli;

/** Comma-separated values, as RFC 4180 describes them. */
final class Csv {
    private Csv() {}

    /** A text: quoted where a comma, quote or line break would tear the row; empty for null. */
    static String text(String text) {
        if (text == null) {
            return "";
        }
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
