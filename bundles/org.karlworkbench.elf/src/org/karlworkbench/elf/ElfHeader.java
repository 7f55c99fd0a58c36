package org.karlworkbench.elf;

import java.nio.ByteOrder;

/**
 * The ELF header (gABI, "ELF Header"), with extended numbering resolved.
 *
 * @param is64 whether the class is ELFCLASS64
 * @param order the byte order
 * @param osAbi EI_OSABI, 0 to 255
 * @param abiVersion EI_ABIVERSION, 0 to 255
 * @param type e_type, one of ET_*
 * @param machine e_machine, one of EM_* or any other number, 0 to 65535
 * @param flags e_flags, 32 bits
 * @param entry e_entry, the address at which it starts; 0 in relocatable files
 * @param segmentOffset e_phoff, 0 if there is no program header table
 * @param segmentCount how many program headers there are, PN_XNUM resolved
 * @param sectionOffset e_shoff, 0 if there is no section table
 * @param sectionCount how many section headers there are, the null section and extended numbering included
 * @param nameSection index of the section that holds the sections' names, SHN_XINDEX resolved; 0 if none
 */
public record ElfHeader(
        boolean is64,
        ByteOrder order,
        int osAbi,
        int abiVersion,
        int type,
        int machine,
        int flags,
        long entry,
        long segmentOffset,
        int segmentCount,
        long sectionOffset,
        int sectionCount,
        int nameSection) {

    /**
     * The header of a new relocatable file without a table, for {@link ElfWriter}.
     *
     * @param is64 whether the class is ELFCLASS64
     * @param order the byte order
     * @param machine e_machine, 0 to 65535
     * @param flags e_flags
     * @return a header of type ET_REL for the System V ABI
     */
    public static ElfHeader relocatable(boolean is64, ByteOrder order, int machine, int flags) {
        return new ElfHeader(is64, order, 0, 0, Elf.ET_REL, machine, flags, 0, 0, 0, 0, 0, 0);
    }

    /**
     * Whether it is an object for the linker.
     *
     * @return true for ET_REL
     */
    public boolean isRelocatable() {
        return type == Elf.ET_REL;
    }

    /**
     * Whether it can be run: a kernel.
     *
     * @return true for ET_EXEC and ET_DYN
     */
    public boolean isExecutable() {
        return type == Elf.ET_EXEC || type == Elf.ET_DYN;
    }

    /**
     * How many bits an address has.
     *
     * @return 32 or 64
     */
    public int bits() {
        return is64 ? 64 : 32;
    }

    /**
     * Whether the most significant byte stands first.
     *
     * @return true for ELFDATA2MSB
     */
    public boolean isBigEndian() {
        return order == ByteOrder.BIG_ENDIAN;
    }

    /** Whether relocations pack three types into one r_info, in an order of their own (MIPS64 ABI, 2.9.1). */
    boolean packsRelocationTypes() {
        return is64 && machine == Elf.EM_MIPS;
    }
}
