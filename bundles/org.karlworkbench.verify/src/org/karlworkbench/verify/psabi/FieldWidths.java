package org.karlworkbench.verify.psabi;

import org.karlworkbench.elf.ElfHeader;

/** Which bytes a linker may write for a relocation, as distances before and after its offset. */
public sealed interface FieldWidths permits Psabi, FieldWidths.Coarse {
    /**
     * How many bytes before the offset may change.
     *
     * @param type the relocation's type
     * @param offset its offset
     * @return 0 or more
     */
    int before(int type, long offset);

    /**
     * How many bytes from the offset on may change.
     *
     * @param type the relocation's type
     * @param offset its offset
     * @return 0, and nothing before, for a relocation that writes nothing
     */
    int after(int type, long offset);

    /**
     * The widths for a machine.
     *
     * @param header the header of an object
     * @return exact ones where the machine's formulas are known, else generous ones
     */
    static FieldWidths of(ElfHeader header) {
        return Psabi.of(header).<FieldWidths>map(psabi -> psabi).orElseGet(() -> new Coarse(header.is64() ? 8 : 4));
    }

    /**
     * For machines whose formulas are not known: the aligned word that holds the offset and what follows up to one
     * address. Enough to find foreign content, not to prove a field.
     *
     * @param word the size of an address
     */
    record Coarse(int word) implements FieldWidths {
        @Override
        public int before(int type, long offset) {
            return type == 0 ? 0 : (int) (offset & 3);
        }

        @Override
        public int after(int type, long offset) {
            return type == 0 ? 0 : word;
        }
    }
}
