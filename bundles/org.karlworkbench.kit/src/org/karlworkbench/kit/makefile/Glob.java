package org.karlworkbench.kit.makefile;

/** Matches words against the patterns of make: {@code *}, {@code ?}, {@code [a-z]}, {@code [!a]}, {@code \x}. */
final class Glob {
    private Glob() {}

    /** Whether the whole word matches; never recursive, at most the product of both lengths in steps. */
    static boolean matches(String word, String pattern) {
        int w = 0;
        int p = 0;
        int star = -1;
        int resume = 0;
        while (w < word.length()) {
            int next = p < pattern.length() && pattern.charAt(p) != '*' ? step(word.charAt(w), pattern, p) : -1;
            if (next >= 0) {
                w++;
                p = next;
            } else if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = ++p;
                resume = w;
            } else if (star >= 0) {
                p = star;
                w = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** The place after the element of the pattern at p if it matches the character, else -1. */
    private static int step(char c, String pattern, int p) {
        char element = pattern.charAt(p);
        if (element == '?') {
            return p + 1;
        }
        if (element == '[') {
            int close = pattern.indexOf(']', p + 2);
            if (close > 0) {
                return inSet(c, pattern, p + 1, close) ? close + 1 : -1;
            }
        }
        if (element == '\\' && p + 1 < pattern.length()) {
            return pattern.charAt(p + 1) == c ? p + 2 : -1;
        }
        return element == c ? p + 1 : -1;
    }

    private static boolean inSet(char c, String pattern, int from, int close) {
        boolean not = pattern.charAt(from) == '!' || pattern.charAt(from) == '^';
        boolean found = false;
        for (int i = not ? from + 1 : from; i < close; i++) {
            char low = pattern.charAt(i);
            boolean range = i + 2 < close && pattern.charAt(i + 1) == '-';
            char high = range ? pattern.charAt(i + 2) : low;
            found |= low <= c && c <= high;
            i += range ? 2 : 0;
        }
        return found != not;
    }
}
