package org.karlworkbench.ui.table;

/** Names from files as a table may show them: one line, no control or direction marks, no more than fits a screen. */
public final class Shown {
    private static final int LONGEST = 300;

    private Shown() {}

    /**
     * The text, or a harmless form of it: control characters and marks that turn the direction of writing become
     * {@code \}{@code uXXXX}, what is longer than 300 characters ends in an ellipsis.
     *
     * @param text any text, null gives an empty one
     */
    public static String line(String text) {
        if (text == null) {
            return "";
        }
        boolean isLong = text.length() > LONGEST;
        if (!isLong && text.chars().noneMatch(Shown::strange)) {
            return text;
        }
        StringBuilder line = new StringBuilder();
        text.chars().limit(LONGEST).forEach(c -> {
            if (strange(c)) {
                line.append(String.format("\\u%04x", c));
            } else {
                line.append((char) c);
            }
        });
        return isLong ? line + "…" : line.toString();
    }

    private static boolean strange(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || c == 0x2028 || c == 0x2029;
    }
}
