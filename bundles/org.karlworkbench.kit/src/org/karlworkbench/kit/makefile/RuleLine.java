package org.karlworkbench.kit.makefile;

/**
 * The first line of a rule, taken apart.
 *
 * @param targets what stands before the colon, unexpanded
 * @param sources what stands behind it, unexpanded
 * @param command the command behind a semicolon, or null
 */
record RuleLine(String targets, String sources, String command) {

    /** Reads a line without its comment; null if it is no rule. */
    static RuleLine of(String line) {
        String text = line.strip();
        int colon = find(text, 0, ':');
        if (colon <= 0) {
            return null;
        }
        int from = colon + 1;
        while (from < text.length() && text.charAt(from) == ':') {
            from++;
        }
        int semicolon = find(text, from, ';');
        int end = semicolon < 0 ? text.length() : semicolon;
        String command = semicolon < 0 ? null : text.substring(semicolon + 1).strip();
        return new RuleLine(text.substring(0, colon), text.substring(from, end), command);
    }

    /** The next place of a sign outside variable references, or -1. */
    private static int find(String text, int from, char sign) {
        int at = from;
        while (at >= 0 && at < text.length()) {
            char c = text.charAt(at);
            if (c == sign) {
                return at;
            }
            at = c == '$' && at + 1 < text.length() ? Reference.at(text, at).end() : at + 1;
        }
        return -1;
    }
}
