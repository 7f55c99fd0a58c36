package org.karlworkbench.code;

import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.layout.Hit;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;

/**
 * Code that is looked at as one: a function, or what lies between two.
 *
 * @param name the symbol's name, or of what else holds it
 * @param symbol the row of {@link Layout#symbols}, or -1
 * @param address where it begins, unsigned
 * @param size in bytes, at least 1
 */
public record CodeRange(String name, int symbol, long address, long size) {
    /** The address behind the last byte. */
    public long end() {
        return address + size;
    }

    /**
     * The code of what was found: of a symbol all that belongs to it, of a label what its object has before the next
     * symbol; where no symbol is, from the address that was asked for to the next one.
     *
     * @param layout the kernel's
     * @param hit what was found in it
     * @return the range
     * @throws EngineException code {@code no-code} if it is data, or no bytes of the file
     */
    public static CodeRange of(Layout layout, Hit hit) throws EngineException {
        Rows rows = hit.table().rows(layout);
        String name = rows.name(hit.row());
        int section = rows.sectionIndex(hit.row());
        if (section < 0 || rows.kind(hit.row()) == Kind.ABSOLUTE || !isExecutable(layout, section)) {
            String where = section < 0 ? "in no section" : "in " + Printable.of(rows.section(hit.row()));
            throw noCode(layout, name, "lies " + where + ", where no code is");
        }
        boolean symbol = hit.table() == Hit.Table.SYMBOLS;
        long from = symbol ? rows.address(hit.row()) : hit.address();
        boolean sized = symbol && rows.size(hit.row()) > 0;
        long end = sized ? rows.end(hit.row()) : next(layout, from, section);
        long limit = symbol && !sized ? from + layout.reach(hit.row()) : sectionEnd(layout, section);
        long size = (Long.compareUnsigned(end - from, limit - from) < 0 ? end : limit) - from;
        if (size <= 0) {
            throw noCode(layout, name, "has no bytes");
        }
        return new CodeRange(name, symbol ? hit.row() : -1, from, size);
    }

    private static EngineException noCode(Layout layout, String name, String problem) {
        return new EngineException(
                "no-code",
                layout.kernel().toString(),
                Printable.of(name),
                problem,
                "name a function; karl find tells what there is");
    }

    /** Whether a section, or a segment where the kernel has no sections, holds instructions. */
    private static boolean isExecutable(Layout layout, int section) {
        return hasSections(layout)
                ? layout.sectionTable().isExecutable(section)
                : (layout.segments().flags(section) & Elf.PF_X) != 0;
    }

    private static long sectionEnd(Layout layout, int section) {
        return hasSections(layout)
                ? layout.sectionTable().address(section) + layout.sectionTable().size(section)
                : layout.segments().virtualAddress(section) + layout.segments().memorySize(section);
    }

    private static boolean hasSections(Layout layout) {
        return layout.sectionTable().count() > 0;
    }

    /** Where the next symbol of the section begins. */
    private static long next(Layout layout, long from, int section) {
        Rows rows = layout.symbols();
        for (int row = rows.floor(from) + 1; row < rows.count(); row++) {
            if (rows.sectionIndex(row) == section && !MappingSymbols.isMark(rows.name(row))) {
                return rows.address(row);
            }
        }
        return sectionEnd(layout, section);
    }
}
