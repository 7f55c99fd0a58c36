package org.karlworkbench.kit.makefile;

/**
 * Decides the condition of an {@code .if}: {@code defined()}, {@code empty()}, comparisons, {@code !}, {@code &&},
 * {@code ||} and parentheses. Nothing outside the Makefile is looked at, so {@code exists()} and {@code make()} are
 * false.
 */
final class Condition {
    private static final int DEEPEST = 60;
    private static final String OPERATOR_SIGNS = "=!<>";

    /** What a word that stands alone means. */
    enum Bare {
        /** {@code .if}: true if its value is not empty and not zero. */
        VALUE,
        /** {@code .ifdef}: true if a variable has that name. */
        NAME
    }

    private final String text;
    private final int line;
    private final Bare bare;
    private final Variables variables;
    private final Expander expander;
    private int at;
    private int depth;

    Condition(LogicalLine line, String text, Bare bare, Variables variables, Expander expander) {
        this.text = text;
        this.line = line.number();
        this.bare = bare;
        this.variables = variables;
        this.expander = expander;
    }

    /** A condition that cannot be read; the message says what is wrong. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    boolean holds() throws Unreadable {
        boolean value = or();
        skipBlanks();
        if (at < text.length()) {
            throw new Unreadable("the condition goes on with " + Problems.quote(text.substring(at)));
        }
        return value;
    }

    private boolean or() throws Unreadable {
        boolean value = and();
        while (takes("||")) {
            value |= and();
        }
        return value;
    }

    private boolean and() throws Unreadable {
        boolean value = not();
        while (takes("&&")) {
            value &= not();
        }
        return value;
    }

    private boolean not() throws Unreadable {
        boolean negated = false;
        skipBlanks();
        while (at < text.length() && text.charAt(at) == '!') {
            negated = !negated;
            at++;
            skipBlanks();
        }
        return negated != term();
    }

    private boolean term() throws Unreadable {
        if (!takes("(")) {
            return function();
        }
        if (++depth > DEEPEST) {
            throw new Unreadable("more than " + DEEPEST + " parentheses in each other");
        }
        boolean value = or();
        if (!takes(")")) {
            throw new Unreadable("a parenthesis is never closed");
        }
        depth--;
        return value;
    }

    private boolean function() throws Unreadable {
        int open = at;
        while (open < text.length() && Character.isLetter(text.charAt(open))) {
            open++;
        }
        String name = text.substring(at, open);
        while (open < text.length() && text.charAt(open) == ' ') {
            open++;
        }
        boolean call = !name.isEmpty() && open < text.length() && text.charAt(open) == '(';
        return call ? call(name, open) : comparison();
    }

    private boolean call(String name, int open) throws Unreadable {
        int close = closing(open);
        if (close < 0) {
            throw new Unreadable("a parenthesis is never closed");
        }
        String argument = text.substring(open + 1, close).strip();
        at = close + 1;
        return switch (name) {
            case "defined" -> variables.isDefined(expander.expand(argument, line));
            case "empty" -> expander.reference(argument, line).isBlank();
            case "exists", "make", "target", "commands" -> false;
            default -> throw new Unreadable("unknown function " + Problems.quote(name));
        };
    }

    private int closing(int open) {
        int level = 0;
        for (int i = open; i < text.length(); i++) {
            if (text.charAt(i) == '(') {
                level++;
            } else if (text.charAt(i) == ')' && --level == 0) {
                return i;
            }
        }
        return -1;
    }

    private boolean comparison() throws Unreadable {
        int from = at;
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        String left = operand();
        boolean plain = !quoted && text.substring(from, at).indexOf('$') < 0;
        String operator = operator();
        if (operator != null) {
            return compare(left, operator, operand());
        }
        if (bare == Bare.NAME) {
            return variables.isDefined(left);
        }
        Double number = number(left);
        if (number != null) {
            return number != 0;
        }
        return plain ? variables.isDefined(left) : !left.isBlank();
    }

    private String operator() {
        skipBlanks();
        for (String operator : new String[] {"==", "!=", "<=", ">=", "<", ">"}) {
            if (text.startsWith(operator, at)) {
                at += operator.length();
                return operator;
            }
        }
        return null;
    }

    private static boolean compare(String left, String operator, String right) {
        Double a = number(left);
        Double b = number(right);
        int sign = a != null && b != null ? Double.compare(a, b) : left.compareTo(right);
        return switch (operator) {
            case "==" -> sign == 0;
            case "!=" -> sign != 0;
            case "<=" -> sign <= 0;
            case ">=" -> sign >= 0;
            case "<" -> sign < 0;
            default -> sign > 0;
        };
    }

    private static Double number(String text) {
        String word = text.strip();
        int digit = word.startsWith("-") ? 1 : 0;
        if (digit >= word.length() || word.length() > 20 || !Character.isDigit(word.charAt(digit))) {
            return null;
        }
        try {
            return word.startsWith("0x") ? Double.valueOf(Long.parseLong(word.substring(2), 16)) : Double.valueOf(word);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private String operand() throws Unreadable {
        skipBlanks();
        if (at >= text.length()) {
            throw new Unreadable("the condition is not complete");
        }
        int from = at;
        if (text.charAt(at) == '"') {
            int close = Reference.sign(text, at + 1, '"');
            if (close < 0) {
                throw new Unreadable("a quote is never closed");
            }
            at = close + 1;
            return expander.expand(text.substring(from + 1, close), line);
        }
        while (at < text.length() && !endsOperand(text.charAt(at))) {
            at = text.charAt(at) == '$' && at + 1 < text.length() ? referenceEnd() : at + 1;
        }
        if (at == from) {
            throw new Unreadable("a value is missing before " + Problems.quote(text.substring(at)));
        }
        return expander.expand(text.substring(from, at), line);
    }

    private int referenceEnd() throws Unreadable {
        int end = Reference.at(text, at).end();
        if (end < 0) {
            throw new Unreadable("a variable reference is never closed");
        }
        return end;
    }

    private static boolean endsOperand(char c) {
        return c <= ' ' || OPERATOR_SIGNS.indexOf(c) >= 0 || "&|()".indexOf(c) >= 0;
    }

    private boolean takes(String sign) {
        skipBlanks();
        if (!text.startsWith(sign, at)) {
            return false;
        }
        at += sign.length();
        return true;
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }
}
