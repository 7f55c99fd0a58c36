package org.karlworkbench.linker.tests;

import java.util.List;
import org.karlworkbench.linker.script.Expression;

/** What GNU ld makes of expressions of numbers: divisions have a sign, comparisons and shifts to the right have none. */
final class Arithmetic {
    private Arithmetic() {}

    static long of(Expression expression) {
        return switch (expression) {
            case Expression.Number(long value) -> value;
            case Expression.Unary(String operator, Expression operand) -> unary(operator, of(operand));
            case Expression.Binary(String operator, Expression left, Expression right) ->
                binary(operator, of(left), of(right));
            case Expression.Conditional(Expression condition, Expression yes, Expression no) ->
                of(condition) != 0 ? of(yes) : of(no);
            case Expression.Call(String function, List<Expression> arguments) ->
                call(function, of(arguments.get(0)), of(arguments.get(1)));
            default -> throw new AssertionError(expression);
        };
    }

    private static long unary(String operator, long value) {
        return switch (operator) {
            case "-" -> -value;
            case "~" -> ~value;
            case "!" -> truth(value == 0);
            default -> throw new AssertionError(operator);
        };
    }

    private static long binary(String operator, long a, long b) {
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "%" -> a % b;
            case "<<" -> a << b;
            case ">>" -> a >>> b;
            case "&" -> a & b;
            case "|" -> a | b;
            case "^" -> a ^ b;
            case "&&" -> truth(a != 0 && b != 0);
            case "||" -> truth(a != 0 || b != 0);
            case "==" -> truth(a == b);
            case "!=" -> truth(a != b);
            case "<" -> truth(Long.compareUnsigned(a, b) < 0);
            case "<=" -> truth(Long.compareUnsigned(a, b) <= 0);
            case ">" -> truth(Long.compareUnsigned(a, b) > 0);
            case ">=" -> truth(Long.compareUnsigned(a, b) >= 0);
            default -> throw new AssertionError(operator);
        };
    }

    private static long call(String function, long a, long b) {
        return switch (function) {
            case "ALIGN" -> Long.divideUnsigned(a + b - 1, b) * b;
            case "MAX" -> Long.compareUnsigned(a, b) > 0 ? a : b;
            case "MIN" -> Long.compareUnsigned(a, b) < 0 ? a : b;
            default -> throw new AssertionError(function);
        };
    }

    private static long truth(boolean condition) {
        return condition ? 1 : 0;
    }
}
