package org.karlworkbench.linker.script;

import java.util.List;

/** A command at the top of a linker script. */
public sealed interface Command
        permits Assignment,
                Assertion,
                Command.Entry,
                Command.Format,
                Command.Machine,
                Command.Headers,
                Command.Memory,
                Command.Sections {
    /** {@code ENTRY(symbol)}. */
    record Entry(String symbol, int line) implements Command {}

    /** {@code OUTPUT_FORMAT(default[, big, little])}: one or three names. */
    record Format(List<String> names, int line) implements Command {}

    /** {@code OUTPUT_ARCH(name)}. */
    record Machine(String name, int line) implements Command {}

    /** {@code PHDRS}. */
    record Headers(List<ProgramHeader> headers, int line) implements Command {}

    /** {@code MEMORY}. */
    record Memory(List<MemoryRegion> regions, int line) implements Command {}

    /** {@code SECTIONS}. */
    record Sections(List<SectionsCommand> commands, int line) implements Command {}
}
