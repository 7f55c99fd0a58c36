package org.karlworkbench.linker.script;

import java.util.HashSet;
import java.util.Set;
import org.karlworkbench.elf.EngineException;

/**
 * Reads expressions, with the precedence of C (GNU ld manual, "Operators").
 *
 * <p>What is read is never deep: neither parentheses nor rows of operators, which are trees as deep as they are long. So
 * whoever walks through an expression may call itself for each operand.
 */
final class Expressions {
    private static final int DEEPEST = 200;

    /** Operators from the loosest to the tightest; those of one row group from the left. */
    private static final String[][] LEVELS = {
        {"||"},
        {"&&"},
        {"|"},
        {"^"},
        {"&"},
        {"==", "!="},
        {"<=", ">=", "<", ">"},
        {"<<", ">>"},
        {"+", "-"},
        {"*", "/", "%"},
    };

    private static final String[] UNARY = {"-", "~", "!"};

    private final Words words;
    private final Numbers numbers;
    private final Functions functions;
    private final Set<String> asked = new HashSet<>();
    private int depth;

    Expressions(Words words) {
        this.words = words;
        this.numbers = new Numbers(words);
        this.functions = new Functions(words, this);
    }

    /** Takes an expression. It ends where no operator follows. */
    Expression read() throws EngineException {
        enter();
        Expression condition = operators(0);
        if (words.takes("?")) {
            Expression yes = read();
            words.expect(":");
            condition = new Expression.Conditional(condition, yes, read());
        }
        depth--;
        return condition;
    }

    /** Takes an expression in parentheses. */
    Expression inParentheses() throws EngineException {
        words.expect("(");
        Expression expression = read();
        words.expect(")");
        return expression;
    }

    /** Whether an operator follows, so that what was read is not yet the whole expression. */
    boolean goesOn() throws EngineException {
        for (int level = 0; level < LEVELS.length; level++) {
            if (operator(level) != null) {
                return true;
            }
        }
        return words.isAt("?");
    }

    private Expression operators(int level) throws EngineException {
        if (level == LEVELS.length) {
            return unary();
        }
        int before = depth;
        Expression left = operators(level + 1);
        for (String operator = operator(level); operator != null; operator = operator(level)) {
            words.expect(operator);
            enter();
            left = new Expression.Binary(operator, left, operators(level + 1));
        }
        depth = before;
        return left;
    }

    /** The operator of a level that comes next, or null. */
    private String operator(int level) throws EngineException {
        for (String operator : LEVELS[level]) {
            if (words.isAt(operator) && !isLonger(operator)) {
                return operator;
            }
        }
        return null;
    }

    /** Whether what looks like an operator is the beginning of a longer one, or of the name /DISCARD/. */
    private boolean isLonger(String operator) {
        Cursor cursor = words.cursor();
        char next = cursor.peek(1);
        return switch (operator) {
            case "|", "&" -> next == operator.charAt(0);
            case "<", ">" -> next == operator.charAt(0) || next == '=';
            case "/" -> cursor.looksAt(OutputSection.DISCARD);
            default -> false;
        };
    }

    private Expression unary() throws EngineException {
        enter();
        Expression result = null;
        for (String operator : UNARY) {
            if (result == null && words.takes(operator)) {
                result = new Expression.Unary(operator, unary());
            }
        }
        if (result == null) {
            result = words.takes("+") ? unary() : operand();
        }
        depth--;
        return result;
    }

    private Expression operand() throws EngineException {
        if (words.isAt("(")) {
            return inParentheses();
        }
        if (numbers.isNext()) {
            return new Expression.Number(numbers.take());
        }
        Expression operand = functions.operand(words.symbol());
        if (operand instanceof Expression.Name symbol) {
            asked.add(symbol.name());
        }
        return operand;
    }

    /** The symbols of which the expressions that were read need the value. */
    Set<String> asked() {
        return asked;
    }

    private void enter() throws EngineException {
        if (++depth > DEEPEST) {
            throw words.cursor().bad(words.cursor().line(), "an expression is nested more than " + DEEPEST + " deep");
        }
    }
}
