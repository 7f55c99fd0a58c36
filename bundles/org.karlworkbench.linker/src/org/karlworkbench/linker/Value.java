package org.karlworkbench.linker;

/**
 * The value of an expression: an address, and of which output section it is a place.
 *
 * @param number the address
 * @param output the number of the output section, or {@link #ABSOLUTE}
 */
record Value(long number, int output) {
    /** A number that is in no section. */
    static final int ABSOLUTE = -1;

    static Value of(long number) {
        return new Value(number, ABSOLUTE);
    }

    boolean isAbsolute() {
        return output == ABSOLUTE;
    }

    Value with(long other) {
        return new Value(other, output);
    }
}
