package org.karlworkbench.elf;

/**
 * The relocations of one SHT_REL or SHT_RELA section (gABI, "Relocation") as columns, in the order of the file. An
 * index outside 0 to {@link #count()} - 1 is an {@link IndexOutOfBoundsException}.
 *
 * <p>When they were read it was checked that every symbol lies within the symbol table and, in a relocatable file, that
 * every offset lies within the target section or at its end.
 */
public final class Relocations {
    private final int section;
    private final int target;
    private final int symbolTable;
    private final long[] offset;
    private final int[] symbol;
    private final int[] type;
    private final long[] addend;
    private final int[] data;

    Relocations(
            int section,
            int target,
            int symbolTable,
            long[] offset,
            int[] symbol,
            int[] type,
            long[] addend,
            int[] data) {
        this.section = section;
        this.target = target;
        this.symbolTable = symbolTable;
        this.offset = offset;
        this.symbol = symbol;
        this.type = type;
        this.addend = addend;
        this.data = data;
    }

    /**
     * The section these relocations stand in.
     *
     * @return a section index
     */
    public int section() {
        return section;
    }

    /**
     * The section these relocations change.
     *
     * @return a section index, never 0 in a relocatable file; 0 in an executable if they belong to no one section
     */
    public int target() {
        return target;
    }

    /**
     * The symbol table these relocations use.
     *
     * @return a section index: in a relocatable file always that of {@link ElfFile#symbols()}; 0 if they use none
     */
    public int symbolTable() {
        return symbolTable;
    }

    /**
     * How many relocations there are.
     *
     * @return 0 or more
     */
    public int count() {
        return offset.length;
    }

    /**
     * The place that is changed.
     *
     * @param i the relocation's index
     * @return r_offset: in a relocatable file bytes from the start of {@link #target()}, else an address
     */
    public long offset(int i) {
        return offset[i];
    }

    /**
     * The symbol whose value is used.
     *
     * @param i the relocation's index
     * @return an index in the symbol table, 0 for none
     */
    public int symbol(int i) {
        return symbol[i];
    }

    /**
     * How the place is changed. On MIPS with 64 bits up to three types are packed into this number, in either byte
     * order: bits 0 to 7 the first, 8 to 15 the second, 16 to 23 the third, 24 to 31 the special symbol of the second.
     *
     * @param i the relocation's index
     * @return the processor's type, an unsigned 32-bit number
     */
    public int type(int i) {
        return type[i];
    }

    /**
     * What SPARC with 64 bits keeps beside the type for R_SPARC_OLO10: a second addend (SPARC Compliance Definition
     * 2.4, ELF64_R_TYPE_DATA).
     *
     * @param i the relocation's index
     * @return a signed 24-bit number; 0 on all other machines
     */
    public int data(int i) {
        return data == null ? 0 : data[i];
    }

    /**
     * Whether the addends stand here (SHT_RELA) or in the target's bytes (SHT_REL).
     *
     * @return true for SHT_RELA
     */
    public boolean hasAddends() {
        return addend != null;
    }

    /**
     * The constant that is added.
     *
     * @param i the relocation's index
     * @return r_addend, signed; 0 if {@link #hasAddends()} is false, since then it stands in the target's bytes
     */
    public long addend(int i) {
        return addend == null ? 0 : addend[i];
    }
}
