package org.karlworkbench.linker.script;

import java.util.List;

/** An expression of a linker script (GNU ld manual, "Expressions in Linker Scripts"). Numbers are 64 bits wide. */
public sealed interface Expression {
    /** A constant, suffixes K and M multiplied out. */
    record Number(long value) implements Expression {}

    /** The value of a symbol. */
    record Name(String name) implements Expression {}

    /** The location counter. */
    record Dot() implements Expression {}

    /** One of {@code - ~ !} and its operand. */
    record Unary(String operator, Expression operand) implements Expression {}

    /** One of {@code + - * / % << >> == != <= >= < > & | ^ && ||} and its operands. */
    record Binary(String operator, Expression left, Expression right) implements Expression {}

    /** {@code condition ? yes : no}. */
    record Conditional(Expression condition, Expression yes, Expression no) implements Expression {}

    /** A function of numbers: {@code ALIGN} and {@code BLOCK} of one or two, {@code ABSOLUTE}, {@code MAX}, {@code MIN}. */
    record Call(String function, List<Expression> arguments) implements Expression {}

    /**
     * What is known of a name: {@code ADDR LOADADDR SIZEOF ALIGNOF} of an output section, {@code DEFINED} of a symbol,
     * {@code CONSTANT} of {@code MAXPAGESIZE} or {@code COMMONPAGESIZE}, {@code ORIGIN} and {@code LENGTH} of a region.
     */
    record About(String function, String name) implements Expression {}

    /** {@code SIZEOF_HEADERS}. */
    record SizeOfHeaders() implements Expression {}
}
