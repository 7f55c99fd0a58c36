package org.karlworkbench.layout;

import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.ObjectFile;

/**
 * Finds the objects of local symbols whose place does not tell, as in a pool of merged strings that belongs to many:
 * linkers write the locals of one object together, so that a symbol between two of one object is that object's too.
 */
final class Neighbours {
    private static final int UNKNOWN = -1;

    private final Rows rows;
    private final Names objects;
    private final Symbols symbols;
    private final KitJoin join;
    private final int[] rowOf;

    /**
     * Prepares the search.
     *
     * @param join the kit beside the kernel, or null
     */
    Neighbours(Rows rows, Names objects, Symbols symbols, KitJoin join) {
        this.rows = rows;
        this.objects = objects;
        this.symbols = symbols;
        this.join = join;
        rowOf = new int[symbols.count()];
        for (int row = 0; row < rows.count(); row++) {
            rowOf[rows.source(row)] = row + 1;
        }
    }

    void assign() {
        int from = 1;
        while (from < symbols.count() && symbols.binding(from) == Elf.STB_LOCAL) {
            int to = from + 1;
            while (to < symbols.count() && symbols.binding(to) == Elf.STB_LOCAL && symbols.type(to) != Elf.STT_FILE) {
                to++;
            }
            assign(from, to);
            from = to;
        }
    }

    /** The symbols of one file: of one object, or of several of which only the first has a STT_FILE symbol. */
    private void assign(int from, int to) {
        int before = UNKNOWN;
        for (int i = from; i < to; i++) {
            int row = rowOf[i] - 1;
            if (row >= 0 && rows.objectIndex(row) != UNKNOWN) {
                before = rows.objectIndex(row);
            } else if (row >= 0 && rows.kind(row) != Kind.LINKER) {
                if (before == next(i + 1, to) && (join == null || defines(before, i))) {
                    rows.setOwner(row, before, rows.kind(row));
                }
            }
        }
    }

    /** The object of the next symbol that has one, looked for as far as a run of merged strings goes. */
    private int next(int from, int to) {
        int last = Math.min(to, from + 64);
        for (int i = from; i < last; i++) {
            int row = rowOf[i] - 1;
            if (row >= 0 && rows.objectIndex(row) != UNKNOWN) {
                return rows.objectIndex(row);
            }
        }
        return UNKNOWN;
    }

    private boolean defines(int object, int symbol) {
        ObjectFile file = object == UNKNOWN ? null : join.object(objects.name(object));
        int found = file == null ? -1 : file.symbols().find(symbols, symbol);
        return found >= 0 && file.symbols().size(found) == symbols.size(symbol);
    }
}
