package org.karlworkbench.linker.script;

import java.util.Set;
import java.util.function.IntPredicate;
import org.karlworkbench.elf.EngineException;

/**
 * Cuts words and signs out of a script. What belongs to a word depends on where it stands: {@code a-b} is a difference in an
 * expression and a name elsewhere, {@code *} multiplies or stands for any file. So whoever reads says what is expected.
 */
final class Words {
    private static final int SHOWN = 40;
    private static final String WILD = "*?[";

    /** What no pattern has in it but in quotes, besides blanks. */
    private static final String ENDS_PATTERN = "(){},;\"=<>&|";

    private final Cursor cursor;

    Words(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The place and what to throw about it. */
    Cursor cursor() {
        return cursor;
    }

    /** Whether nothing is left but blanks. */
    boolean atEnd() throws EngineException {
        cursor.skipBlanks();
        return cursor.peek() == Cursor.END;
    }

    /** Whether this sign comes next. */
    boolean isAt(String sign) throws EngineException {
        cursor.skipBlanks();
        return cursor.looksAt(sign);
    }

    /** Takes this sign if it comes next. */
    boolean takes(String sign) throws EngineException {
        boolean here = isAt(sign);
        if (here) {
            cursor.take(sign.length());
        }
        return here;
    }

    /** Takes this sign. */
    void expect(String sign) throws EngineException {
        if (!takes(sign)) {
            throw expected(sign);
        }
    }

    /** Takes this word of the language if it comes next. */
    boolean takesWord(String word) throws EngineException {
        boolean here = isAt(word) && !isName(cursor.peek(word.length()));
        if (here) {
            cursor.take(word.length());
        }
        return here;
    }

    /** Takes what may stand between two statements, as often as it does. */
    void separators() throws EngineException {
        while (takes(";") || takes(",")) {
            // nothing is said by them
        }
    }

    /** The name of a section, region or symbol where no expression is. It ends before an assignment. */
    Word name(String what) throws EngineException {
        return word(what, Words::isName);
    }

    /** A pattern for the names of files or sections, or anything else that stands in an output section. */
    Word pattern(String what) throws EngineException {
        return word(what, Words::isPattern);
    }

    /** A word in parentheses: everything up to a blank, a comma or a parenthesis. */
    Word argument(String what) throws EngineException {
        return word(what, c -> isPattern(c) || "=<>&|".indexOf(c) >= 0);
    }

    /** A symbol's name in an expression. */
    Word symbol() throws EngineException {
        return word("a number, a symbol or a parenthesis", Words::isSymbol);
    }

    /** A number with whatever is glued to it. */
    Word digits() throws EngineException {
        return word("a number", c -> isSymbol(c) && c != '.');
    }

    private Word word(String what, IntPredicate belongs) throws EngineException {
        cursor.skipBlanks();
        int line = cursor.line();
        if (cursor.peek() == '"') {
            return new Word(quoted(), true, line);
        }
        int length = 0;
        while (belongs.test(cursor.peek(length)) && !ends(length, belongs)) {
            length++;
        }
        if (length == 0) {
            throw expected(what);
        }
        return new Word(cursor.take(length), false, line);
    }

    private String quoted() throws EngineException {
        int end = 1;
        while (cursor.peek(end) != '"') {
            if (cursor.peek(end) == Cursor.END || cursor.peek(end) == '\n') {
                throw cursor.bad(cursor.line(), "the quotes do not end in their line");
            }
            end++;
        }
        String inQuotes = cursor.take(end + 1);
        return inQuotes.substring(1, end);
    }

    /**
     * Whether an operator like {@code +=} or a comment begins there. In patterns, {@code /*} is any file in a folder, as for
     * other linkers.
     */
    private boolean ends(int ahead, IntPredicate belongs) {
        char next = cursor.peek(ahead + 1);
        return next == '=' && "+-*/".indexOf(cursor.peek(ahead)) >= 0
                || next == '*' && cursor.peek(ahead) == '/' && !belongs.test(next);
    }

    /**
     * Takes the operator of an assignment.
     *
     * @return the operation in it, empty for {@code =} itself; null if none comes next
     */
    String assignment() throws EngineException {
        for (String operation : new String[] {"<<", ">>", "+", "-", "*", "/", "&", "|"}) {
            if (takes(operation + "=")) {
                return operation;
            }
        }
        return !isAt("==") && takes("=") ? "" : null;
    }

    /** Refuses a word if it is one of these. */
    void refuse(Word word, Set<String> unknown) throws EngineException {
        if (unknown.contains(word.keyword())) {
            throw refused(word);
        }
    }

    /** What to throw about a word of the language that this linker does not know. */
    EngineException refused(Word word) {
        return cursor.refused(word.line(), word.text());
    }

    /** What to throw where something else should stand. */
    EngineException expected(String what) throws EngineException {
        cursor.skipBlanks();
        return cursor.bad(cursor.line(), "expected " + what + ", found " + found());
    }

    private String found() {
        if (cursor.peek() == Cursor.END) {
            return "the end of the script";
        }
        int length = 1;
        while (length < SHOWN && isPattern(cursor.peek()) && isPattern(cursor.peek(length))) {
            length++;
        }
        // for the message alone: nothing is read after it
        return cursor.take(length);
    }

    /** Whether a pattern stands for more than the name that it spells. */
    static boolean isWild(String pattern) {
        return pattern.chars().anyMatch(c -> WILD.indexOf(c) >= 0);
    }

    private static boolean isSymbol(int c) {
        return isLetterOrDigit(c) || c == '_' || c == '.' || c == '$';
    }

    private static boolean isName(int c) {
        return isSymbol(c) || c == '/' || c == '\\' || c == '~' || c == '-' || c == '+';
    }

    private static boolean isPattern(int c) {
        return c > ' ' && c != 0x7f && ENDS_PATTERN.indexOf(c) < 0;
    }

    private static boolean isLetterOrDigit(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
