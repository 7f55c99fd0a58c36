package org.karlworkbench.linker;

import java.util.Optional;
import org.karlworkbench.elf.Elf;

/**
 * What differs between processors, as far as a linker sees it: the relocations of their psABI. Where a machine does not say
 * otherwise, its addresses have 64 bits and its relocations addends.
 */
sealed interface Machine permits X86, Arm64 {
    /**
     * The machine of a kit's objects.
     *
     * @param machine e_machine
     * @return empty for one that this linker does not link
     */
    static Optional<Machine> of(int machine) {
        return Optional.ofNullable(
                switch (machine) {
                    case Elf.EM_X86_64 -> new X8664();
                    case Elf.EM_386 -> new I386();
                    case Elf.EM_AARCH64 -> new Arm64();
                    default -> null;
                });
    }

    /** Bytes of an address. */
    default int word() {
        return Long.BYTES;
    }

    /** Whether relocations hold their addends (SHT_RELA), not the fields themselves. */
    default boolean addends() {
        return true;
    }

    /** The field kind of an address. */
    default byte address() {
        return FieldKind.ABSOLUTE_64;
    }

    /** The relocation type by which an indirect function's resolver is asked at boot. */
    int indirect();

    /** The largest page that its kernels may be run with; a segment's place in a file is congruent to it. */
    long maxPage();

    /** The addend that a field holds, on which the site is, where relocations have none. */
    long implicit(Site site);

    /**
     * Turns one relocation into fields, and changes the code where a shorter way is possible.
     *
     * @return false for a type that this linker does not know
     */
    boolean take(Site site);

    /** Bytes of the code that jumps to an indirect function, a power of two. */
    int stubSize();

    /** Where the thread pointer of a processor's first thread points, by its thread-local data. */
    long threadPointer(long begin, long end, long align);

    /** Writes code of {@link #stubSize} bytes that jumps through a word. */
    void stub(Fields fields, byte[] arena, int content, int at, int words, int word);

    /** The byte that fills code between pieces where the script says nothing. */
    byte trap();
}
