package org.karlworkbench.cli;

import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import picocli.CommandLine.Option;

/** One verb of the command: its options, filled by the parser, and what it does. */
abstract class Verb {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(names = "--json", arity = "0", description = "Write one JSON object to standard output.")
    boolean json;

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
