package org.karlworkbench.linker.tests;

import java.util.stream.Collectors;
import org.karlworkbench.linker.script.Expression;

/** Expressions in words, with parentheses around everything. */
final class Shown {
    private Shown() {}

    static String of(Expression expression) {
        return switch (expression) {
            case Expression.Number(long value) -> Long.toUnsignedString(value);
            case Expression.Name(String name) -> name;
            case Expression.Dot() -> ".";
            case Expression.SizeOfHeaders() -> "SIZEOF_HEADERS";
            case Expression.Unary(String operator, Expression operand) -> "(" + operator + of(operand) + ")";
            case Expression.Binary(String operator, Expression left, Expression right) ->
                "(" + of(left) + " " + operator + " " + of(right) + ")";
            case Expression.Conditional(Expression condition, Expression yes, Expression no) ->
                "(" + of(condition) + " ? " + of(yes) + " : " + of(no) + ")";
            case Expression.Call call ->
                call.arguments().stream().map(Shown::of).collect(Collectors.joining(", ", call.function() + "(", ")"));
            case Expression.About(String function, String name) -> function + "(" + name + ")";
        };
    }
}
