package org.karlworkbench.kit;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern for names of files and sections in linker scripts, and for words of a Makefile, read once for many names: {@code *}, {@code ?}, {@code [a-z]},
 * {@code [!a]} and {@code \x}. As in fnmatch(3) without flags, {@code *} goes over slashes too.
 */
public final class Glob {
    /** What stands for one character of a name. */
    @FunctionalInterface
    private interface Element {
        /** Whether it stands for this one. */
        boolean fits(char c);
    }

    /** In order, null for a star. Null itself where the literal says everything. */
    private final Element[] elements;

    private final String literal;
    /** Whether anything may follow the literal. */
    private final boolean tail;

    private Glob(List<Element> elements, String literal, boolean tail) {
        this.elements = elements == null ? null : elements.toArray(Element[]::new);
        this.literal = literal;
        this.tail = tail;
    }

    /**
     * Reads a pattern. Each is one: a {@code [} that nothing closes stands for itself.
     *
     * @param pattern the pattern
     * @return what matches it
     */
    public static Glob of(String pattern) {
        int special = special(pattern);
        boolean tail = special == pattern.length() - 1 && pattern.endsWith("*");
        if (special == pattern.length() || tail) {
            return new Glob(null, pattern.substring(0, special), tail);
        }
        return new Glob(elements(pattern), null, false);
    }

    private static int special(String pattern) {
        int at = 0;
        while (at < pattern.length() && "*?[\\".indexOf(pattern.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static List<Element> elements(String pattern) {
        List<Element> elements = new ArrayList<>();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            int close = c == '[' ? close(pattern, at) : -1;
            if (close > 0) {
                elements.add(set(pattern.substring(at + 1, close)));
                at = close;
            } else if (c == '\\' && at + 1 < pattern.length()) {
                elements.add(one(pattern.charAt(++at)));
            } else {
                elements.add(c == '*' ? null : c == '?' ? _ -> true : one(c));
            }
            at++;
        }
        return elements;
    }

    /** Where a set ends: at the first bracket that is not its first member. */
    private static int close(String pattern, int open) {
        return pattern.indexOf(']', open + (isNegated(pattern.substring(open + 1)) ? 3 : 2));
    }

    private static boolean isNegated(String members) {
        return members.startsWith("!") || members.startsWith("^");
    }

    private static Element one(char wanted) {
        return c -> c == wanted;
    }

    private static Element set(String members) {
        boolean negated = isNegated(members);
        String listed = negated ? members.substring(1) : members;
        return c -> holds(listed, c) != negated;
    }

    private static boolean holds(String members, char c) {
        for (int i = 0; i < members.length(); i++) {
            boolean range = i + 2 < members.length() && members.charAt(i + 1) == '-';
            char last = members.charAt(range ? i + 2 : i);
            if (members.charAt(i) <= c && c <= last) {
                return true;
            }
            i += range ? 2 : 0;
        }
        return false;
    }

    /**
     * Whether a whole name matches. Takes at most as many steps as the product of both lengths, whatever the pattern.
     *
     * @param name the name
     * @return whether it does
     */
    public boolean matches(String name) {
        if (elements == null) {
            return tail ? name.startsWith(literal) : name.equals(literal);
        }
        return matchesElements(name);
    }

    /** Where a match fails, the last star takes one character more; those before it need not. */
    private boolean matchesElements(String name) {
        int e = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < name.length()) {
            if (e < elements.length && elements[e] == null) {
                star = e++;
                resume = n;
            } else if (e < elements.length && elements[e].fits(name.charAt(n))) {
                e++;
                n++;
            } else if (star >= 0) {
                e = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (e < elements.length && elements[e] == null) {
            e++;
        }
        return e == elements.length;
    }
}
