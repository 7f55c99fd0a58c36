package org.karlworkbench.linker.script;

import java.util.List;

/** What stands in an output section. */
public sealed interface Content permits Assignment, Assertion, Content.Input, Content.Data, Content.Filling {
    /**
     * Input sections by patterns (GNU ld manual, "Input Section Description"). Every file is looked through once for all of
     * the patterns, in the order of the files.
     *
     * @param file which files
     * @param excluded files that are left out, for all section patterns ({@code EXCLUDE_FILE} before the parentheses)
     * @param sections which of their sections
     * @param keep {@code KEEP}
     * @param line where in the script
     */
    record Input(String file, List<String> excluded, List<Pattern> sections, boolean keep, int line)
            implements Content {}

    /**
     * Sections of a file.
     *
     * @param name a pattern for their names
     * @param excluded patterns of files from which none is taken ({@code EXCLUDE_FILE})
     * @param sort by what they are sorted, first key first; empty for the order of the files
     */
    record Pattern(String name, List<String> excluded, List<Sort> sort) {}

    /** By what the sections of a pattern are sorted. */
    enum Sort {
        /** {@code SORT} and {@code SORT_BY_NAME}. */
        NAME,
        /** {@code SORT_BY_ALIGNMENT}, the largest first. */
        ALIGNMENT,
        /** {@code SORT_BY_INIT_PRIORITY}. */
        PRIORITY,
        /** {@code SORT_NONE}. */
        NONE
    }

    /** {@code BYTE SHORT LONG QUAD} and {@code SQUAD}: a number of 1, 2, 4 or 8 bytes in the target's order. */
    record Data(int bytes, Expression value, int line) implements Content {}

    /** {@code FILL}: the pattern from here on. */
    record Filling(Fill fill, int line) implements Content {}
}
