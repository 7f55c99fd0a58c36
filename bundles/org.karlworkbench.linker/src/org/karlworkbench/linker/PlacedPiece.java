package org.karlworkbench.linker;

/**
 * Where a piece lies.
 *
 * @param kind what it is
 * @param object the object's name in the kit, {@code gap.o}, or empty for what the linker makes
 * @param section the input section's name
 * @param index its index in the object, or -1
 * @param output the kernel's section
 * @param address its first byte
 * @param size in bytes
 */
public record PlacedPiece(Kind kind, String object, String section, int index, String output, long address, long size) {
    /** What a piece is. */
    public enum Kind {
        /** A section that is copied as a whole. */
        INPUT,
        /** A COMMON symbol, by whose name {@code section} goes. */
        COMMON,
        /** Strings or constants of a section that no other piece has. */
        MERGED,
        /** Made by the linker. */
        LINKER
    }
}
