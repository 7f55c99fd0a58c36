package org.karlworkbench.layout;

/** Who put the bytes of a {@link Places} row into the kernel. */
public enum PlaceKind {
    /** An input section of an object, copied as a whole and relocated. The gap's sections are such rows too. */
    INPUT,
    /** A COMMON symbol; the row's section is the symbol's name, its object one that declares it. */
    COMMON,
    /** A pool of merged strings or constants (SHF_MERGE); the linker keeps one copy of what several objects bring. */
    MERGED,
    /** Made by the linker: a GOT, notes, unwind tables, thunks. The object is empty. */
    LINKER,
    /** Alignment between two rows. The object is empty. */
    FILL;

    private static final PlaceKind[] ALL = values();

    static final int COUNT = ALL.length;

    static PlaceKind at(int ordinal) {
        return ALL[ordinal];
    }
}
