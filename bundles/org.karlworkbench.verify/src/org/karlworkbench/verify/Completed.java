package org.karlworkbench.verify;

import org.karlworkbench.elf.Relocations;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.verify.psabi.Psabi;

/** Relocations that take their symbol from another one (RISC-V psABI, "PC-Relative Symbol Addresses"). */
final class Completed {
    private Completed() {}

    /**
     * Which relocation has the symbol and the addend of one.
     *
     * @param table relocations, sorted by offset as assemblers do
     * @return the relocation itself, or the one that it completes; negative if that is missing
     */
    static int source(Psabi psabi, Relocations table, int i, Symbols symbols) {
        return psabi.completes(table.type(i)) ? find(table, i, symbols) : i;
    }

    private static int find(Relocations table, int i, Symbols symbols) {
        int symbol = table.symbol(i);
        if (symbols.section(symbol) != table.target()) {
            return -1;
        }
        int low = 0;
        int high = table.count();
        while (low < high) {
            int middle = low + high >>> 1;
            if (table.offset(middle) < symbols.value(symbol)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        while (low < table.count() && table.symbol(low) == 0 && table.offset(low) == symbols.value(symbol)) {
            low++; // marks of the place, as that code is aligned there
        }
        return low < table.count() && table.offset(low) == symbols.value(symbol) ? low : -1;
    }
}
