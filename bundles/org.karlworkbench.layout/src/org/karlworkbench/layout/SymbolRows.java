package org.karlworkbench.layout;

import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.Symbols;

/** The table of symbols: all that are defined, but for section and file symbols. */
final class SymbolRows {
    private final Regions regions;
    private final Symbols symbols;
    private final boolean thumb;

    SymbolRows(Regions regions, ElfFile kernel, Symbols symbols) {
        this.regions = regions;
        this.symbols = symbols;
        this.thumb = kernel.header().machine() == Elf.EM_ARM;
    }

    /** Whether the table shows a symbol: defined, and neither a section's nor a file's. */
    static boolean isShown(Symbols symbols, int i) {
        int type = symbols.type(i);
        return symbols.section(i) != Symbols.UNDEFINED && type != Elf.STT_SECTION && type != Elf.STT_FILE;
    }

    /** The rows, each without its object: {@link SymbolOwners} finds that. */
    RowsBuilder rows() {
        RowsBuilder rows = new RowsBuilder(symbols.count());
        for (int i = 1; i < symbols.count(); i++) {
            if (isShown(symbols, i)) {
                int section = symbols.section(i);
                int region = section > 0 && section < regions.count() ? section : -1;
                rows.add(kind(i, region), address(i), Math.max(symbols.size(i), 0), region, -1, i, i);
            }
        }
        return rows;
    }

    /** In ARM's symbols of Thumb functions the lowest bit is no part of the address (AAELF32, "Symbol Values"). */
    private long address(int i) {
        return thumb && symbols.type(i) == Elf.STT_FUNC ? symbols.value(i) & ~1L : symbols.value(i);
    }

    private Kind kind(int i, int region) {
        int section = symbols.section(i);
        if (section == Symbols.ABSOLUTE) {
            return Kind.ABSOLUTE;
        }
        if (section == Symbols.COMMON) {
            return Kind.COMMON;
        }
        return switch (symbols.type(i)) {
            case Elf.STT_FUNC, Elf.STT_GNU_IFUNC -> Kind.FUNCTION;
            case Elf.STT_OBJECT, Elf.STT_TLS -> Kind.DATA;
            default -> region >= 0 && regions.isExecutable(region) ? Kind.FUNCTION : Kind.DATA;
        };
    }
}
