package org.karlworkbench.compare;

import org.karlworkbench.elf.Elf;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;

/**
 * Functions as CLI.md counts them: distinct (section, address) of defined STT_FUNC symbols with a size.
 *
 * @param count those of the first kernel
 * @param atSameAddress those of them whose symbol is at the same address in the second
 */
record Functions(int count, int atSameAddress) {
    static Functions of(Layout a, Layout b, Pairs symbols) {
        Rows rows = a.symbols();
        int count = 0;
        int same = 0;
        int from = 0;
        while (from < rows.count()) {
            int to = from + 1;
            while (to < rows.count() && rows.address(to) == rows.address(from)) {
                to++;
            }
            long sections = sections(a, from, to);
            boolean stays = stays(a, b, symbols, from, to);
            count += (int) sections;
            same += stays ? (int) sections : 0;
            from = to;
        }
        return new Functions(count, same);
    }

    /** How many sections have a function at the address that a run of rows shares. */
    private static long sections(Layout layout, int from, int to) {
        Rows rows = layout.symbols();
        int first = from;
        while (first < to && !isFunction(layout, first)) {
            first++;
        }
        if (first >= to - 1) {
            return to - first;
        }
        return rows.stream()
                .skip(first)
                .limit(to - first)
                .filter(row -> isFunction(layout, row))
                .map(rows::sectionIndex)
                .distinct()
                .count();
    }

    private static boolean stays(Layout a, Layout b, Pairs symbols, int from, int to) {
        for (int row = from; row < to; row++) {
            int partner = symbols.rowB(row);
            boolean function = isFunction(a, row) && partner >= 0 && isFunction(b, partner);
            if (function && b.symbols().address(partner) == a.symbols().address(row)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFunction(Layout layout, int row) {
        Rows rows = layout.symbols();
        return rows.sectionIndex(row) >= 0
                && rows.size(row) != 0
                && layout.symbolTable().type(rows.source(row)) == Elf.STT_FUNC;
    }
}
