package org.karlworkbench.kit.makefile;

/**
 * A line of a Makefile that was not understood or deliberately left alone.
 *
 * @param kind whether the line makes no sense or is only not followed
 * @param line its number from 1; 0 if the whole file is meant
 * @param message what is wrong, without a full stop
 */
public record MakefileProblem(Kind kind, int line, String message) {
    /** How bad it is. */
    public enum Kind {
        /** Valid for make, but not followed here: an include, a command whose output is wanted. */
        NOTE,
        /** Makes no sense, or is too big or too deep to be honest. */
        BAD
    }
}
