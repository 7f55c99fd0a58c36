package org.karlworkbench.layout;

import java.util.Locale;

/** What a row of a layout is. The labels are those that the command prints. */
public enum Kind {
    /** An output section of the kernel. */
    SECTION,
    /** What one input section of one object put into the kernel. */
    OBJECT,
    /** A piece of the random padding between head and body, or the symbol that lies in it. */
    GAP,
    /** Bytes between two objects that neither of them wrote: alignment. */
    FILL,
    /** A symbol in code: STT_FUNC, or a label in an executable section. */
    FUNCTION,
    /** A symbol for data. */
    DATA,
    /** A COMMON symbol, allocated by the linker in the objects' name. */
    COMMON,
    /** A symbol with an absolute value (SHN_ABS). */
    ABSOLUTE,
    /** Made by the linker or by its script; belongs to no object. */
    LINKER;

    private static final Kind[] ALL = values();

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The word for this kind in tables, JSON and CSV: the name in lower case. */
    public String label() {
        return label;
    }

    /** The kind with the given ordinal; columns keep kinds as bytes. */
    static Kind at(int ordinal) {
        return ALL[ordinal];
    }
}
