package org.karlworkbench.linker.script;

import org.karlworkbench.elf.EngineException;

/** The text of a script and the place in it that reading has come to. */
final class Cursor {
    /** What stands behind the last character. */
    static final char END = '\0';

    private static final int LARGEST = 4 << 20;
    private static final int SHOWN = 200;

    private final String name;
    private final String text;
    private int at;
    private int line = 1;

    /**
     * Begins at the beginning.
     *
     * @throws EngineException code {@code bad-script} if this is no text, or larger than a kit's scripts may be
     */
    Cursor(String name, String text) throws EngineException {
        this.name = name;
        this.text = text;
        if (text.length() > LARGEST) {
            throw new EngineException("bad-script", name, null, "it has more than " + LARGEST + " characters", null);
        }
        if (text.indexOf(END) >= 0) {
            throw new EngineException("bad-script", name, null, "it is no text", null);
        }
    }

    /** The line of the next character, from 1. */
    int line() {
        return line;
    }

    /** The next character, or {@link #END}. */
    char peek() {
        return peek(0);
    }

    /** The character so many behind the next one, or {@link #END}. */
    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    /** Whether the text goes on with this. */
    boolean looksAt(String what) {
        return text.startsWith(what, at);
    }

    /** Goes on behind so many characters and gives them. The caller has seen that there are as many. */
    String take(int length) {
        int from = at;
        for (at += length; from < at; from++) {
            line += text.charAt(from) == '\n' ? 1 : 0;
        }
        return text.substring(at - length, at);
    }

    /** Goes on behind blanks and comments. */
    void skipBlanks() throws EngineException {
        while (true) {
            if (looksAt("/*")) {
                comment();
            } else if (isBlank(peek())) {
                take(1);
            } else {
                return;
            }
        }
    }

    private void comment() throws EngineException {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            throw bad(line, "the comment does not end");
        }
        take(end + 2 - at);
    }

    /** Whether this only separates words. */
    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    /** What to throw about a mistake in the script. */
    EngineException bad(int where, String problem) {
        return new EngineException("bad-script", name, "line " + where, cut(problem), null);
    }

    /** What to throw about something that a linker may understand, but not this one. */
    EngineException refused(int where, String what) {
        return new EngineException(
                "script-refused",
                name,
                "line " + where,
                "the built-in linker does not know " + cut(what),
                "link it with lld or ld");
    }

    /** Names in a script may be as long as it is. */
    private static String cut(String problem) {
        return problem.length() > SHOWN ? problem.substring(0, SHOWN) + "..." : problem;
    }
}
