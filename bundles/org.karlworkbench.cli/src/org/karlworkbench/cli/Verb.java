package org.karlworkbench.cli;

import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;

/** One verb of the command: its options, filled by the parser, and what it does. */
abstract class Verb {
    /** The verb's options; each verb adds its own. */
    final Options options;

    final Given<Boolean> json;

    Verb(String description, String footer) {
        options = new Options(this, description, footer);
        json = options.flag("Write one JSON object to standard output.", "--json");
    }

    /**
     * Does what the verb says.
     *
     * @param progress told of phases; asked for cancel
     * @return the whole answer
     * @throws EngineException if the input is bad or a tool fails
     * @throws UsageException if the options make no sense together
     */
    abstract Answer answer(Progress progress) throws EngineException, UsageException;
}
