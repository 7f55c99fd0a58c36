package org.karlworkbench.elf;

/** Makes text that comes from files fit for one line on a terminal, in a table or in a log. */
public final class Printable {
    private Printable() {}

    /**
     * Escapes what could break or forge a line: line breaks and tabs as {@code \n}, {@code \r}, {@code \t}, other
     * control characters as {@code \x1b}; line and paragraph separators, invisible marks, marks that turn the
     * direction of writing and halves of surrogate pairs as a backslash, {@code u} and their number. All else,
     * backslashes too, stays as it is.
     *
     * @param text any text
     * @return the same text if nothing had to be escaped, else the escaped one; it has no line break
     */
    public static String of(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (isUnsafe(c)) {
                return escape(text, i);
            }
            i += Character.charCount(c);
        }
        return text;
    }

    private static String escape(String text, int from) {
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, from);
        for (int i = from; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (isUnsafe(c)) {
                append(out, c);
            } else {
                out.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static boolean isUnsafe(int c) {
        if (c >= 0x20 && c < 0x7f) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static void append(StringBuilder out, int c) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append(String.format(c < 0x100 ? "\\x%02x" : "\\u%04x", c));
        }
    }
}
