package org.karlworkbench.linker.machine;

import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalInt;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;

/**
 * What differs between processors, as far as a linker sees it: the relocations of their psABI. Where a machine does not say
 * otherwise, its addresses have 64 bits, its bytes are little-endian and its relocations have addends.
 */
public sealed interface Machine permits X86, Arm64, Riscv64, Mips64, Ppc, Sparc64, Arm {
    /**
     * The machine of a kit's objects.
     *
     * @param machine e_machine
     * @param bits those of an address, 32 or 64
     * @param order the objects' byte order
     * @return empty for one that this linker does not link
     */
    static Optional<Machine> of(int machine, int bits, ByteOrder order) {
        Machine found =
                switch (machine) {
                    case Elf.EM_X86_64 -> new X8664();
                    case Elf.EM_386 -> new I386();
                    case Elf.EM_AARCH64 -> new Arm64();
                    case Elf.EM_MIPS -> new Mips64(order);
                    case Elf.EM_PPC -> new Ppc();
                    case Elf.EM_SPARCV9 -> new Sparc64();
                    case Elf.EM_ARM -> new Arm();
                    case Elf.EM_RISCV -> new Riscv64();
                    default -> null;
                };
        boolean fits = found != null && found.word() * Byte.SIZE == bits && found.order() == order;
        return fits ? Optional.of(found) : Optional.empty();
    }

    /** Bytes of an address. */
    default int word() {
        return Long.BYTES;
    }

    /** The byte order of code and data. */
    default ByteOrder order() {
        return ByteOrder.LITTLE_ENDIAN;
    }

    /** Whether relocations hold their addends (SHT_RELA), not the fields themselves. */
    default boolean addends() {
        return true;
    }

    /** The field kind of an address. */
    default byte address() {
        return word() == Long.BYTES ? FieldKind.ABSOLUTE_64 : FieldKind.WRAPPED_32;
    }

    /** A field inside of an instruction. */
    default InstructionField field(byte kind) {
        throw new IllegalStateException("no such kind of field: " + kind);
    }

    /** The bytes that a field has. */
    default int width(byte kind) {
        return FieldKind.isInstruction(kind) ? field(kind).width() : FieldKind.width(kind);
    }

    /** What fits into a field, in words for people. */
    default String range(byte kind) {
        return FieldKind.isInstruction(kind) ? field(kind).range() : FieldKind.range(kind);
    }

    /** The relocation type by which an indirect function's resolver is asked at boot; -1 where none can be linked. */
    default int indirect() {
        return -1;
    }

    /** How many words at the beginning of the global offset table the ABI keeps for itself; they are 0 in a kernel. */
    default int tableHead() {
        return 0;
    }

    /** The largest page that its kernels may be run with; a segment's place in a file is congruent to it. */
    long maxPage();

    /** The addend that a field holds, on which the site is, where a relocation has none; on most machines there is none. */
    default long implicit(Site site) {
        return site.addend();
    }

    /**
     * Turns one relocation into fields, and changes the code where a shorter way is possible.
     *
     * @return false for a type that this linker does not know
     * @throws EngineException if another relocation that this one needs refers to nothing that could be in a kernel
     */
    boolean take(Site site) throws EngineException;

    /** Bytes of the code that jumps to an indirect function, a power of two; 0 where none can be linked. */
    default int stubSize() {
        return 0;
    }

    /** Bytes before the first such code that the ABI keeps for itself; they are 0 in a kernel. */
    default int stubHead() {
        return 0;
    }

    /** Whether at boot such code itself is replaced, not a word through which it jumps. */
    default boolean replacesStubs() {
        return false;
    }

    /** Where the thread pointer of a processor's first thread points, by its thread-local data. */
    long threadPointer(long begin, long end, long align);

    /**
     * Code that jumps through a word.
     *
     * @param fields gets the code's fields
     * @param at where the code begins in its piece
     * @param words the piece with the word
     * @param word where in it the word is
     * @return the instructions, {@link #stubSize} bytes in units of 4
     */
    default int[] stub(Fields fields, int at, int words, int word) {
        throw new IllegalStateException("no code at " + at + " jumps through " + words + "+" + word + " " + fields);
    }

    /** The byte that fills code between pieces where the script says nothing. */
    default byte trap() {
        return 0;
    }

    /** The e_flags of an executable of objects with these. */
    default int executable(int flags) {
        return flags;
    }

    /**
     * What a kernel's e_flags are when an object is added.
     *
     * @param flags those of the objects before
     * @param more those of the object
     * @return empty if such objects cannot be in one kernel
     */
    OptionalInt merge(int flags, int more);
}
