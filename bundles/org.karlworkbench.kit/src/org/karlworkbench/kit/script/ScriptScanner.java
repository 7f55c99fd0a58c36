package org.karlworkbench.kit.script;

/**
 * Splits a linker script into pieces. GNU ld's lexer has states and lld's has none, so the two do not always agree on
 * where a comment begins; {@link #ambiguous} tells whether that happened, and then nothing may be taken for hidden.
 */
final class ScriptScanner {
    private static final String SIGNS = "(){};,";

    private final String text;
    private int at;
    private int line = 1;
    private boolean ambiguous;

    ScriptScanner(String text) {
        this.text = text;
    }

    /** Whether anything so far can be read in two ways. */
    boolean ambiguous() {
        return ambiguous;
    }

    /** The next piece, or null at the end. */
    ScriptToken next() {
        skip();
        if (at >= text.length()) {
            return null;
        }
        char c = text.charAt(at);
        if (c == '"') {
            return quoted();
        }
        if (SIGNS.indexOf(c) >= 0) {
            return new ScriptToken(ScriptToken.Kind.SIGN, String.valueOf(c), line, at++);
        }
        return word();
    }

    private void skip() {
        while (at < text.length()) {
            if (isBlank(text.charAt(at))) {
                line += text.charAt(at) == '\n' ? 1 : 0;
                at++;
            } else if (text.startsWith("/*", at)) {
                comment();
            } else {
                return;
            }
        }
    }

    private void comment() {
        int close = text.indexOf("*/", at + 2);
        ambiguous |= close < 0;
        moveTo(close < 0 ? text.length() : close + 2);
    }

    private ScriptToken quoted() {
        int close = text.indexOf('"', at + 1);
        ambiguous |= close < 0;
        int end = close < 0 ? text.length() : close;
        ScriptToken token = new ScriptToken(ScriptToken.Kind.QUOTED, text.substring(at + 1, end), line, at);
        moveTo(Math.min(text.length(), end + 1));
        return token;
    }

    private ScriptToken word() {
        int start = at++;
        while (at < text.length() && (isWord(text.charAt(at)) || isInnerComma())) {
            // lld takes it for a comment; a comment that begins inside a word is one for GNU ld in expressions only
            ambiguous |= text.charAt(at) == '#' || text.startsWith("/*", at);
            at++;
        }
        ambiguous |= text.charAt(start) == '#';
        return new ScriptToken(ScriptToken.Kind.WORD, text.substring(start, at), line, start);
    }

    /** GNU ld takes a comma without blanks around it for a part of a name, lld does not. */
    private boolean isInnerComma() {
        return text.charAt(at) == ','
                && isWord(text.charAt(at - 1))
                && at + 1 < text.length()
                && isWord(text.charAt(at + 1));
    }

    private static boolean isWord(char c) {
        return !isBlank(c) && c != '"' && SIGNS.indexOf(c) < 0;
    }

    private static boolean isBlank(char c) {
        return c <= ' ';
    }

    private void moveTo(int end) {
        while (at < end) {
            line += text.charAt(at++) == '\n' ? 1 : 0;
        }
    }
}
