package org.karlworkbench.linker.script;

/**
 * A word of a script.
 *
 * @param text without quotes
 * @param quoted whether it stood in quotes: then it is a name, whatever it looks like
 * @param line where in the script
 */
record Word(String text, boolean quoted, int line) {
    /** The word if it may be one of the language's own, else empty. */
    String keyword() {
        return quoted ? "" : text;
    }

    /** Whether it is written like the language's own words: only capitals and underscores. */
    boolean isShouted() {
        return keyword().length() > 1
                && text.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c == '_')
                && text.charAt(0) != '_';
    }
}
