package org.karlworkbench.code;

import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;

/** Names for addresses: a symbol, and how far behind its beginning. */
final class SymbolNames {
    /** How many symbols before an address are looked at; more share one place only in files made for that. */
    private static final int NEAR = 256;

    private final Symbols table;
    private final Rows symbols;
    private final Rows sections;

    SymbolNames(Layout layout) {
        table = layout.symbolTable();
        symbols = layout.symbols();
        sections = layout.sections();
    }

    /**
     * The name of an address.
     *
     * @return {@code name} or {@code name+0x12}; null where no symbol is
     */
    String at(long address) {
        int row = row(address);
        if (row < 0) {
            return null;
        }
        long offset = address - symbols.address(row);
        return symbols.name(row) + (offset == 0 ? "" : "+0x" + Long.toHexString(offset));
    }

    /** The symbol that holds an address, else the label before it with nothing that has a size between; or -1. */
    private int row(long address) {
        int row = symbols.at(address);
        if (row >= 0 && isName(row)) {
            return row;
        }
        int section = sections.at(address);
        int last = symbols.floor(address);
        for (row = last; section >= 0 && row >= 0 && last - row < NEAR; row--) {
            if (symbols.sectionIndex(row) != sections.source(section)) {
                continue;
            }
            if (symbols.size(row) != 0) {
                return -1;
            }
            if (isName(row)) {
                return row;
            }
        }
        return -1;
    }

    /** Marks name nothing, and the values of absolute and thread-local symbols are no addresses. */
    private boolean isName(int row) {
        return table.type(symbols.source(row)) != Elf.STT_TLS
                && symbols.kind(row) != Kind.ABSOLUTE
                && !MappingSymbols.isMark(symbols.name(row));
    }
}
