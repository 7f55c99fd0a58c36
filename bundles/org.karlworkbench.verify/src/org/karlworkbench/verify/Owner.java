package org.karlworkbench.verify;

import java.util.Locale;

/** To whom a byte of a kernel belongs, but for the sections that the linker makes. */
enum Owner {
    COPIED,
    RELOCATED,
    MERGED,
    FILL,
    GAP,
    COMMON,
    BSS;

    /** The word for it in an {@link Account}. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
