package org.karlworkbench.kit.makefile;

/**
 * A variable assignment, taken apart.
 *
 * @param name the variable's name, unexpanded
 * @param operator {@code =}, {@code +=}, {@code ?=}, {@code :=} or {@code !=}
 * @param value the text behind the operator, without blanks around it
 */
record Assignment(String name, String operator, String value) {

    /** Reads a line without its comment; null if it is no assignment. */
    static Assignment of(String line) {
        String text = line.strip();
        int end = nameEnd(text);
        if (end <= 0) {
            return null;
        }
        int at = end;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        String operator = operator(text, at);
        return operator == null
                ? null
                : new Assignment(
                        text.substring(0, end),
                        operator,
                        text.substring(at + operator.length()).strip());
    }

    private static int nameEnd(String text) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || operator(text, at) != null || c == ':') {
                return at;
            }
            if (c == '$' && at + 1 < text.length()) {
                at = Reference.at(text, at).end();
                if (at < 0) {
                    return -1;
                }
            } else {
                at++;
            }
        }
        return -1;
    }

    private static String operator(String text, int at) {
        if (at < text.length() && text.charAt(at) == '=') {
            return "=";
        }
        boolean two = at + 1 < text.length() && "+?:!".indexOf(text.charAt(at)) >= 0 && text.charAt(at + 1) == '=';
        return two ? text.substring(at, at + 2) : null;
    }
}
