package org.karlworkbench.kit.makefile;

import java.util.ArrayList;
import java.util.List;

/**
 * A variable reference in a text, such as <code>${OBJS:.c=.o}</code>, taken apart.
 *
 * @param name the variable's name, unexpanded
 * @param modifiers what follows the colons, each unexpanded, without its colon
 * @param end the place behind the reference; -1 if it is never closed
 */
record Reference(String name, List<String> modifiers, int end) {
    private static final Reference OPEN = new Reference("", List.of(), -1);

    /** Reads the reference whose dollar sign stands at a place; the character behind it must exist. */
    static Reference at(String text, int dollar) {
        char open = text.charAt(dollar + 1);
        if (open != '{' && open != '(') {
            return new Reference(String.valueOf(open), List.of(), dollar + 2);
        }
        char close = open == '{' ? '}' : ')';
        int end = scan(text, dollar + 2, open, close);
        if (end < 0) {
            return OPEN;
        }
        String name = text.substring(dollar + 2, end);
        List<String> modifiers = new ArrayList<>();
        while (text.charAt(end) == ':') {
            int from = end + 1;
            end = modifierEnd(text, from, open, close);
            if (end < 0) {
                return OPEN;
            }
            modifiers.add(text.substring(from, end));
        }
        return new Reference(name, modifiers, end + 1);
    }

    /** A substitution's own signs may hold colons: {@code :S/a:b/c/}. */
    private static int modifierEnd(String text, int from, char open, char close) {
        int start = from;
        if (isSubstitution(text, from)) {
            char sign = text.charAt(from + 1);
            int second = sign(text, from + 2, sign);
            int third = second < 0 ? -1 : sign(text, second + 1, sign);
            start = third < 0 ? from : third + 1;
        }
        return scan(text, start, open, close);
    }

    static boolean isSubstitution(String text, int from) {
        return from + 1 < text.length()
                && (text.charAt(from) == 'S' || text.charAt(from) == 'C')
                && !Character.isLetterOrDigit(text.charAt(from + 1))
                && "}:)=".indexOf(text.charAt(from + 1)) < 0;
    }

    /** The next place of a sign that no backslash escapes, or -1. */
    static int sign(String text, int from, char sign) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == sign) {
                return i;
            }
        }
        return -1;
    }

    private static int scan(String text, int from, char open, char close) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == open) {
                depth++;
            } else if (c == close && depth-- == 0) {
                return i;
            } else if (c == ':' && depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
