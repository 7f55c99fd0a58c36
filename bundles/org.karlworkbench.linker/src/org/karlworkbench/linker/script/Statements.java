package org.karlworkbench.linker.script;

import org.karlworkbench.elf.EngineException;

/** Reads what may stand everywhere: assignments and assertions. */
final class Statements {
    private final Words words;
    private final Expressions expressions;

    Statements(Words words, Expressions expressions) {
        this.words = words;
        this.expressions = expressions;
    }

    /** Takes the rest of an assignment that begins with a word, or nothing and gives null if none does. */
    Assignment assignment(Word word) throws EngineException {
        Assignment.Visibility visibility = visibility(word);
        if (visibility != Assignment.Visibility.PLAIN) {
            return inParentheses(visibility, word.line());
        }
        String operation = words.assignment();
        if (operation == null) {
            return null;
        }
        Assignment assignment = assignment(word, operation, visibility, word.line());
        if (!words.isAt(";") && !words.isAt(",")) {
            throw words.expected(";");
        }
        words.separators();
        return assignment;
    }

    private static Assignment.Visibility visibility(Word word) {
        return switch (word.keyword()) {
            case "PROVIDE" -> Assignment.Visibility.PROVIDED;
            case "HIDDEN" -> Assignment.Visibility.HIDDEN;
            case "PROVIDE_HIDDEN" -> Assignment.Visibility.PROVIDED_HIDDEN;
            default -> Assignment.Visibility.PLAIN;
        };
    }

    private Assignment inParentheses(Assignment.Visibility visibility, int line) throws EngineException {
        words.expect("(");
        Word name = words.name("a symbol");
        if (name.keyword().equals(".")) {
            throw words.cursor().bad(name.line(), "expected a symbol, found .");
        }
        words.expect("=");
        Assignment assignment = assignment(name, "", visibility, line);
        words.expect(")");
        words.separators();
        return assignment;
    }

    private Assignment assignment(Word name, String operation, Assignment.Visibility visibility, int line)
            throws EngineException {
        if (name.text().isEmpty() || !name.quoted() && !name.text().matches("[A-Za-z_.$\\\\][\\w.$~/\\\\+-]*")) {
            throw words.cursor().bad(name.line(), "expected a symbol, found " + name.text());
        }
        Expression value = expressions.read();
        if (!operation.isEmpty()) {
            Expression before = name.keyword().equals(".") ? new Expression.Dot() : new Expression.Name(name.text());
            value = new Expression.Binary(operation, before, value);
        }
        return new Assignment(name.text(), value, visibility, line);
    }

    /** Takes the rest of an assertion if a word begins one, or nothing and gives null. */
    Assertion assertion(Word word) throws EngineException {
        if (!word.keyword().equals("ASSERT")) {
            return null;
        }
        words.expect("(");
        Expression condition = expressions.read();
        words.expect(",");
        Word message = words.argument("a message");
        words.expect(")");
        words.separators();
        return new Assertion(condition, message.text(), word.line());
    }
}
