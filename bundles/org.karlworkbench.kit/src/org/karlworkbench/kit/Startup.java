package org.karlworkbench.kit;

import java.util.Locale;

/** What a kernel does to its startup code after boot (KARL.md section C). */
public enum Startup {
    /** The pages of [kernel_text, endboot) are unmapped. */
    UNMAP,
    /** The words of [kernel_text, endboot) are overwritten with {@link Architecture#trashWord()}. */
    TRASH,
    /** The startup code stays as it is. */
    NONE;

    /**
     * The name in the catalogue and in the command's JSON.
     *
     * @return {@code unmap}, {@code trash} or {@code none}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
