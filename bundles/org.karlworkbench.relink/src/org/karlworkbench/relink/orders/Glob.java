package org.karlworkbench.relink.orders;

/**
 * A name pattern of a linker script: {@code *}, {@code ?} and {@code [a-z]}. Matched without recursion, since a script may
 * come from anybody.
 */
final class Glob {
    private Glob() {}

    /** Whether a pattern matches a whole name. */
    static boolean matches(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < name.length()) {
            int width = width(pattern, p);
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (width > 0 && fits(pattern, p, width, name.charAt(n))) {
                p += width;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** How many characters of the pattern stand for one of the name; 0 at the end. */
    private static int width(String pattern, int at) {
        if (at >= pattern.length()) {
            return 0;
        }
        int close = pattern.charAt(at) == '[' ? pattern.indexOf(']', at + 2) : -1;
        return close < 0 ? 1 : close - at + 1;
    }

    private static boolean fits(String pattern, int at, int width, char c) {
        char first = pattern.charAt(at);
        return width == 1 ? first == '?' || first == c : inClass(pattern.substring(at + 1, at + width - 1), c);
    }

    private static boolean inClass(String members, char c) {
        boolean negated = members.charAt(0) == '!' || members.charAt(0) == '^';
        boolean found = false;
        for (int i = negated ? 1 : 0; i < members.length(); i++) {
            boolean range = i + 2 < members.length() && members.charAt(i + 1) == '-';
            char last = members.charAt(range ? i + 2 : i);
            found |= members.charAt(i) <= c && c <= last;
            i += range ? 2 : 0;
        }
        return found != negated;
    }
}
