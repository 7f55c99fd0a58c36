package org.karlworkbench.linker;

import org.karlworkbench.elf.EngineException;
import org.karlworkbench.linker.script.Expression;

/** Computes expressions of linker scripts (GNU ld manual, "Expressions in Linker Scripts"). */
final class Evaluator {
    /** What expressions are about. */
    interface Scope {
        /** The location counter. */
        Value dot();

        /** The value of a symbol. */
        Value symbol(String name) throws EngineException;

        /** Whether a symbol is defined by an object, or was by the script before here. */
        boolean isDefined(String name);

        /** What {@code ADDR LOADADDR SIZEOF ALIGNOF ORIGIN LENGTH} say of a section or region. */
        Value about(String function, String name) throws EngineException;

        /** {@code MAXPAGESIZE} or {@code COMMONPAGESIZE}. */
        long constant(String name) throws EngineException;

        /** {@code SIZEOF_HEADERS}. */
        long headers();

        /** A failure at the command that is being computed. */
        EngineException bad(String problem);
    }

    private final Scope scope;

    Evaluator(Scope scope) {
        this.scope = scope;
    }

    /** The number that an expression gives. */
    long number(Expression expression) throws EngineException {
        return of(expression).number();
    }

    /** The value of an expression: in a section where a place of it is moved by a number. */
    Value of(Expression expression) throws EngineException {
        return switch (expression) {
            case Expression.Number number -> Value.of(number.value());
            case Expression.Dot _ -> scope.dot();
            case Expression.Name name -> scope.symbol(name.name());
            case Expression.SizeOfHeaders _ -> Value.of(scope.headers());
            case Expression.About about -> about(about);
            case Expression.Unary unary -> unary(unary);
            case Expression.Binary binary -> binary(binary);
            case Expression.Call call -> call(call);
            case Expression.Conditional choice -> number(choice.condition()) != 0 ? of(choice.yes()) : of(choice.no());
        };
    }

    private Value about(Expression.About about) throws EngineException {
        return switch (about.function()) {
            case "DEFINED" -> Value.of(scope.isDefined(about.name()) ? 1 : 0);
            case "CONSTANT" -> Value.of(scope.constant(about.name()));
            default -> scope.about(about.function(), about.name());
        };
    }

    private Value unary(Expression.Unary unary) throws EngineException {
        long operand = number(unary.operand());
        return Value.of(
                switch (unary.operator()) {
                    case "-" -> -operand;
                    case "~" -> ~operand;
                    case "!" -> operand == 0 ? 1 : 0;
                    default -> throw scope.bad("the operator " + unary.operator() + " is unknown");
                });
    }

    private Value call(Expression.Call call) throws EngineException {
        Value first = of(call.arguments().getFirst());
        boolean two = call.arguments().size() > 1;
        return switch (call.function()) {
            case "ABSOLUTE" -> Value.of(first.number());
            case "MAX" ->
                Value.of(larger(first.number(), number(call.arguments().get(1)), true));
            case "MIN" ->
                Value.of(larger(first.number(), number(call.arguments().get(1)), false));
            case "ALIGN", "BLOCK" -> {
                Value from = two ? first : scope.dot();
                long align = two ? number(call.arguments().get(1)) : first.number();
                yield from.with(align(from.number(), align));
            }
            default -> throw scope.bad("the function " + call.function() + " is unknown");
        };
    }

    private static long larger(long a, long b, boolean larger) {
        return Long.compareUnsigned(a, b) > 0 == larger ? a : b;
    }

    private long align(long address, long align) throws EngineException {
        if (align < 0 || Long.bitCount(align) > 1) {
            throw scope.bad("0x" + Long.toHexString(align) + " is no power of two to align to");
        }
        return align == 0 ? address : address + align - 1 & -align;
    }

    private Value binary(Expression.Binary binary) throws EngineException {
        Value a = of(binary.left());
        if (binary.operator().equals("&&")) {
            return truth(a.number() != 0 && number(binary.right()) != 0);
        }
        if (binary.operator().equals("||")) {
            return truth(a.number() != 0 || number(binary.right()) != 0);
        }
        Value b = of(binary.right());
        return switch (binary.operator()) {
            case "+" -> (a.isAbsolute() ? b : a).with(a.number() + b.number());
            case "-" ->
                a.isAbsolute() || b.isAbsolute() ? a.with(a.number() - b.number()) : Value.of(a.number() - b.number());
            case "&" -> (a.isAbsolute() ? b : a).with(a.number() & b.number());
            case "|" -> (a.isAbsolute() ? b : a).with(a.number() | b.number());
            default -> numbers(binary.operator(), a.number(), b.number());
        };
    }

    private static Value truth(boolean holds) {
        return Value.of(holds ? 1 : 0);
    }

    private Value numbers(String operator, long a, long b) throws EngineException {
        boolean divides = operator.equals("/") || operator.equals("%");
        if (divides && b == 0) {
            throw scope.bad("a division by zero");
        }
        if (divides && (a < 0 || b < 0)) {
            throw scope.bad("a division of what is negative to one linker and large to another");
        }
        return switch (operator) {
            case "*" -> Value.of(a * b);
            case "/" -> Value.of(Long.divideUnsigned(a, b));
            case "%" -> Value.of(Long.remainderUnsigned(a, b));
            case "^" -> Value.of(a ^ b);
            case "<<" -> Value.of(b < 0 || b > 63 ? 0 : a << b);
            case ">>" -> Value.of(b < 0 || b > 63 ? 0 : a >>> b);
            case "==" -> truth(a == b);
            case "!=" -> truth(a != b);
            case "<" -> truth(Long.compareUnsigned(a, b) < 0);
            case ">" -> truth(Long.compareUnsigned(a, b) > 0);
            case "<=" -> truth(Long.compareUnsigned(a, b) <= 0);
            case ">=" -> truth(Long.compareUnsigned(a, b) >= 0);
            default -> throw scope.bad("the operator " + operator + " is unknown");
        };
    }
}
