package org.karlworkbench.cli;

import picocli.CommandLine.Model.ArgSpec;

/**
 * What the command line says for one option or argument.
 *
 * @param <T> what the parser makes of its word
 * @param spec the option or argument
 */
record Given<T>(ArgSpec spec) {
    /** The value; null where nothing was given and there is no default. */
    T get() {
        return spec.getValue();
    }

    /** True if it was given or has a default. */
    boolean isThere() {
        return get() != null;
    }
}
