package org.karlworkbench.verify.psabi;

import java.nio.ByteOrder;
import java.util.Optional;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfHeader;

/**
 * One processor's relocations. The letters are those of the ABI supplements: S is the symbol's address, A the addend, P
 * the field's own address.
 */
public sealed interface Psabi extends FieldWidths permits Usual {
    /**
     * Puts into a field what the ABI wants there. Where linkers may choose between several instructions, the one that the
     * kernel has is put there if it does the same.
     *
     * @param type the relocation's type; of one that {@link #completes} another, with that one's in bits 8 to 15
     * @param site the field
     * @return false if this type's value is not computed here; nothing is changed then
     * @throws IndexOutOfBoundsException if the field does not lie in its section as a whole
     */
    boolean apply(int type, Site site);

    /**
     * The addend that a field holds, on machines whose relocations have none of their own or not all of it.
     *
     * @param type the relocation's type
     * @param site the field, before it is relocated
     * @return the addend; 0 on other machines
     */
    long implicit(int type, Site site);

    /**
     * How far before what is meant symbol and addend point together: the processor adds the rest, since it counts from
     * behind the field.
     *
     * @param type the type of a relocation in code
     * @param site the field, before it is relocated
     * @return bytes; 0 on most machines
     */
    long lead(int type, Site site);

    /**
     * Whether a relocation's own addend and the field's are both meant where there are both.
     *
     * @return false on nearly all machines
     */
    boolean sumsAddends();

    /**
     * Whether a field holds a whole address or distance, so that it tells one target from all others.
     *
     * @param type the relocation's type
     * @return false for instructions that hold a part of it
     */
    boolean isWhole(int type);

    /**
     * Whether a relocation completes another one: its symbol is the place of that, whose symbol, addend and place it
     * takes.
     *
     * @param type the relocation's type
     * @return false on most machines
     */
    boolean completes(int type);

    /**
     * The word through which code of the linker's jumps, as it makes for indirect functions.
     *
     * @param code holds the code
     * @param at where it begins
     * @param address its address
     * @return the word's address, or {@link LinkFacts#UNKNOWN} if this is no such code, or not all of it
     */
    long slot(byte[] code, int at, long address);

    /**
     * How long such code is; only asked where {@link #slot} knew it.
     *
     * @param code holds the code
     * @param at where it begins
     * @return bytes
     */
    int length(byte[] code, int at);

    /**
     * The relocation that a resolver's answer is put in by (IRELATIVE).
     *
     * @return its type, or -1 where the ABI has none
     */
    int indirectType();

    /**
     * The relocation by which a kernel puts its own addresses into its words at boot (RELATIVE).
     *
     * @return its type, or -1 where no kernel does that
     */
    int relativeType();

    /**
     * The symbol of the address from which a register reaches data.
     *
     * @return its name, empty where the ABI has none
     */
    String pointerName();

    /**
     * How far that address lies behind the beginning of the GOT, where the kernel does not name it.
     *
     * @return bytes; 0 where it cannot be told
     */
    long pointerBias();

    /**
     * What the second word of the GOT holds in every kernel.
     *
     * @return 0 on most machines, where it is a word as others are
     */
    long gotMark();

    /**
     * The word of its section that {@code _GLOBAL_OFFSET_TABLE_} names, as far as the words tell it.
     *
     * @param words the section's words
     * @return its number, 0 on most machines
     */
    int gotHeader(long[] words);

    /**
     * Whether a word of a GOT is one that the ABI or its linkers keep for themselves, and no object refers to.
     *
     * @param before what the word before it holds, {@link LinkFacts#UNKNOWN} if it is the first
     * @param value what it holds
     * @param link what is known of the link
     * @return false on most machines
     */
    boolean isReserved(long before, long value, LinkFacts link);

    /**
     * The formulas for a kernel.
     *
     * @param header the kernel's header
     * @return empty for a machine whose formulas are not known here
     */
    static Optional<Psabi> of(ElfHeader header) {
        return switch (header.machine()) {
            case Elf.EM_X86_64 -> header.is64() ? Optional.of(new Amd64()) : Optional.empty();
            case Elf.EM_386 -> Optional.of(new I386());
            case Elf.EM_SH -> Optional.of(new Sh());
            case Elf.EM_ALPHA -> Optional.of(new Alpha());
            case Elf.EM_AARCH64 -> header.is64() && isLittle(header) ? Optional.of(new Arm64()) : Optional.empty();
            case Elf.EM_ARM -> isLittle(header) ? Optional.of(new Arm()) : Optional.empty();
            case Elf.EM_MIPS -> header.is64() ? Optional.of(new Mips64()) : Optional.empty();
            case Elf.EM_PPC -> Optional.of(new Ppc());
            case Elf.EM_PPC64 -> isElfV2(header) ? Optional.of(new Ppc64()) : Optional.empty();
            case Elf.EM_RISCV -> header.is64() ? Optional.of(new Riscv()) : Optional.empty();
            case Elf.EM_SPARCV9 -> Optional.of(new Sparc64());
            default -> Optional.empty();
        };
    }

    private static boolean isLittle(ElfHeader header) {
        return header.order() == ByteOrder.LITTLE_ENDIAN;
    }

    /** Whether e_flags name version 2 of the 64-bit PowerPC ABI, which has no function descriptors. */
    private static boolean isElfV2(ElfHeader header) {
        return (header.flags() & 3) == 2;
    }
}
