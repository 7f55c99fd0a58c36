package org.karlworkbench.kit.makefile;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into words as a shell does: quotes and backslashes are taken off, nothing is substituted. A command
 * substitution stays one word, with its signs.
 */
public final class ShellWords {
    private final String text;
    private int at;

    ShellWords(String text) {
        this.text = text;
    }

    /**
     * The words of a text. A quote that is never closed reaches to the end.
     *
     * @param text any text
     * @return its words; no word is null, and only a quoted one is empty
     */
    public static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        ShellWords reader = new ShellWords(text);
        for (String word = reader.next(""); word != null; word = reader.next("")) {
            words.add(word);
        }
        return words;
    }

    /** The place behind the last word read. */
    int at() {
        return at;
    }

    void skip(int characters) {
        at += characters;
    }

    void skipBlanks() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }

    /** The next word, which ends at white space or one of the given signs; null at the end or before such a sign. */
    String next(String signs) {
        skipBlanks();
        int start = at;
        StringBuilder word = new StringBuilder();
        while (at < text.length() && !endsWord(text.charAt(at), signs)) {
            piece(word);
        }
        return at == start ? null : word.toString();
    }

    private static boolean endsWord(char c, String signs) {
        return c <= ' ' || signs.indexOf(c) >= 0;
    }

    private void piece(StringBuilder word) {
        char c = text.charAt(at);
        switch (c) {
            case '\'' -> {
                int close = text.indexOf('\'', at + 1);
                int end = close < 0 ? text.length() : close;
                word.append(text, at + 1, end);
                at = Math.min(end + 1, text.length());
            }
            case '"' -> doubleQuoted(word);
            case '`' -> copy(word, closing('`', at + 1));
            case '$' ->
                copy(word, at + 1 < text.length() && text.charAt(at + 1) == '(' ? closingParenthesis() : at + 1);
            case '\\' -> escaped(word);
            default -> copy(word, plainEnd());
        }
    }

    /** Names are read in one go, since lists of them are long. */
    private int plainEnd() {
        int end = at + 1;
        while (end < text.length() && isPlain(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= '-' && c <= '9' || c == '_' || c >= 'A' && c <= 'Z';
    }

    private void escaped(StringBuilder word) {
        at++;
        if (at < text.length()) {
            word.append(text.charAt(at++));
        }
    }

    private void doubleQuoted(StringBuilder word) {
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            boolean escape = c == '\\' && at + 1 < text.length() && "\"\\$`".indexOf(text.charAt(at + 1)) >= 0;
            word.append(text.charAt(escape ? at + 1 : at));
            at += escape ? 2 : 1;
        }
        at = Math.min(at + 1, text.length());
    }

    private void copy(StringBuilder word, int end) {
        word.append(text, at, end);
        at = end;
    }

    private int closing(char c, int from) {
        int close = text.indexOf(c, from);
        return close < 0 ? text.length() : close + 1;
    }

    private int closingParenthesis() {
        int depth = 0;
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) == '(') {
                depth++;
            } else if (text.charAt(i) == ')' && --depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }
}
