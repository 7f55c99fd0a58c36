package org.karlworkbench.verify.psabi;

import java.nio.ByteOrder;
import java.util.Optional;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfHeader;

/**
 * One processor's relocations. The letters are those of the ABI supplements: S is the symbol's address, A the addend, P
 * the field's own address.
 */
public sealed interface Psabi extends FieldWidths permits Alpha, Amd64, Arm, Arm64, I386, Sh {
    /**
     * Puts into a field what the ABI wants there. Where linkers may choose between several instructions, the one that the
     * kernel has is put there if it does the same.
     *
     * @param type the relocation's type
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
     * Whether a relocation's own addend and the field's are both meant where there are both.
     *
     * @return false on nearly all machines
     */
    default boolean sumsAddends() {
        return false;
    }

    /**
     * Whether a field holds a whole address or distance, so that it tells one target from all others.
     *
     * @param type the relocation's type
     * @return false for instructions that hold a part of it
     */
    default boolean isWhole(int type) {
        return after(type, 0) == Long.BYTES;
    }

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
    default int length(byte[] code, int at) {
        return Math.min(16, code.length - at);
    }

    /**
     * The relocation that a resolver's answer is put in by (IRELATIVE).
     *
     * @return its type
     */
    int indirectType();

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
            default -> Optional.empty();
        };
    }

    private static boolean isLittle(ElfHeader header) {
        return header.order() == ByteOrder.LITTLE_ENDIAN;
    }
}
