package org.karlworkbench.ui.canvas;

/**
 * Keeps fonts from drawing "ff", "fi" and "fl" as one sign: addresses are full of f, and their digits must be countable.
 */
final class Ligatures {
    private static final char NON_JOINER = '\u200c'; // invisible and without width

    private Ligatures() {}

    /** Returns a text that looks the same but for its ligatures, which are parted. */
    static String parted(String text) {
        int at = text.indexOf('f');
        if (at < 0 || at == text.length() - 1) {
            return text;
        }
        StringBuilder parted = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            parted.append(text.charAt(i));
            if (text.charAt(i) == 'f' && i + 1 < text.length() && "fil".indexOf(text.charAt(i + 1)) >= 0) {
                parted.append(NON_JOINER);
            }
        }
        return parted.toString();
    }
}
