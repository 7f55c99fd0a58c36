package org.karlworkbench.linker.script;

/**
 * {@code ASSERT(expression, message)}.
 *
 * @param expression has to be other than 0
 * @param message what to say else
 * @param line where in the script
 */
public record Assertion(Expression expression, String message, int line) implements Command, SectionsCommand, Content {}
