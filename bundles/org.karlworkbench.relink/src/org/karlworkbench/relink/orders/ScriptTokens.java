package org.karlworkbench.relink.orders;

import java.util.ArrayList;
import java.util.List;

/** A linker script in pieces: words, and the signs <code>( ) { } ; , : =</code>. Comments are left out. */
final class ScriptTokens {
    /** What follows the last piece. */
    private static final Token END = new Token("", 0);

    private static final String SIGNS = "(){};,:=";

    private final List<Token> tokens = new ArrayList<>();
    private int next;

    /**
     * A piece.
     *
     * @param text its characters, without quotes
     * @param line its line, from 1
     */
    record Token(String text, int line) {
        boolean is(String other) {
            return text.equals(other);
        }
    }

    ScriptTokens(String script) {
        int line = 1;
        int at = 0;
        while (at < script.length()) {
            int end = end(script, at);
            if (!isSkipped(script, at)) {
                tokens.add(new Token(text(script, at, end), line));
            }
            for (; at < end; at++) {
                line += script.charAt(at) == '\n' ? 1 : 0;
            }
        }
    }

    private static boolean isSkipped(String script, int at) {
        return script.charAt(at) <= ' ' || script.startsWith("/*", at);
    }

    private static int end(String script, int at) {
        char c = script.charAt(at);
        if (c == '"' || script.startsWith("/*", at)) {
            int close = script.indexOf(c == '"' ? "\"" : "*/", at + (c == '"' ? 1 : 2));
            return close < 0 ? script.length() : close + (c == '"' ? 1 : 2);
        }
        int end = at + 1;
        while (c > ' ' && SIGNS.indexOf(c) < 0 && end < script.length() && isWord(script, end)) {
            end++;
        }
        return end;
    }

    private static boolean isWord(String script, int at) {
        char c = script.charAt(at);
        return c > ' ' && c != '"' && SIGNS.indexOf(c) < 0 && !script.startsWith("/*", at);
    }

    private static String text(String script, int at, int end) {
        String text = script.substring(at, end);
        return text.startsWith("\"") ? text.replace("\"", "") : text;
    }

    boolean more() {
        return next < tokens.size();
    }

    /** The piece that {@link #take} gives next, or an empty one at the end. */
    Token peek() {
        return more() ? tokens.get(next) : END;
    }

    Token take() {
        return more() ? tokens.get(next++) : END;
    }

    /** Takes the next piece if it is the given one. */
    boolean skip(String text) {
        boolean same = more() && peek().is(text);
        next += same ? 1 : 0;
        return same;
    }

    /** Takes all up to one of some signs outside parentheses, which stays; the pieces with blanks between them. */
    String until(String signs) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        while (more() && (depth > 0 || !isOneOf(signs))) {
            String token = take().text();
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            text.append(text.isEmpty() ? "" : " ").append(token);
        }
        return text.toString();
    }

    private boolean isOneOf(String signs) {
        return peek().text().length() == 1 && signs.contains(peek().text());
    }

    /** Takes a group in parentheses or braces that begins here, whose inner pieces are returned. */
    List<Token> group() {
        List<Token> inner = new ArrayList<>();
        int depth = 0;
        do {
            Token token = take();
            boolean opens = token.is("(") || token.is("{");
            boolean closes = token.is(")") || token.is("}");
            depth += opens ? 1 : closes ? -1 : 0;
            inner.add(token);
        } while (more() && depth > 0);
        return inner.size() < 2 ? List.of() : inner.subList(1, inner.size() - 1);
    }
}
