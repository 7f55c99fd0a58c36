package org.karlworkbench.compare;

import java.util.Arrays;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;

/**
 * Finds each symbol of one kernel in another. The same symbol has the same object, name, kind, and number among those of
 * its kind there (CLI.md, Objects). Where an object is not known, the STT_FILE symbol before a local one stands for it;
 * what is left over after that is matched by name and kind alone. A global name is there once in a kernel: it is the same
 * symbol even where another object's definition of it was linked first. COMMON symbols belong to no one object.
 *
 * <p>Names are compared in their string tables and become numbers: no string is made for a symbol.
 */
final class SymbolMatch {
    private static final int GROUP_SHIFT = 3;
    private static final int NAME_SHIFT = 32;
    private static final int UNKNOWN = -1;

    private final Layout a;
    private final Layout b;
    private final Join join;
    private final int[] nameA;
    private final int[] nameB;

    private SymbolMatch(Layout a, Layout b) {
        this.a = a;
        this.b = b;
        join = new Join(a.symbols(), b.symbols());
        nameA = names(a, b.symbolTable());
        nameB = names(b, b.symbolTable());
    }

    /** For each symbol row of {@code a} its row in {@code b}, or -1. */
    static int[] of(Layout a, Layout b) {
        SymbolMatch match = new SymbolMatch(a, b);
        int[] objectsA = withoutCommons(a, ObjectNumbers.of(a.symbols(), b.symbols()));
        int[] objectsB = withoutCommons(b, ObjectNumbers.of(b.symbols()));
        match.join.match(keys(a, match.nameA, objectsA), keys(b, match.nameB, objectsB), false);
        match.matchRest(objectsA, objectsB, match.files(a), match.files(b), true);
        match.matchRest(objectsA, objectsB, new int[objectsA.length], new int[objectsB.length], false);
        match.join.match(keys(a, match.nameA, globals(a)), keys(b, match.nameB, globals(b)), false);
        return match.join.partners();
    }

    private static int[] withoutCommons(Layout layout, int[] objects) {
        for (int row = 0; row < objects.length; row++) {
            objects[row] = layout.symbols().kind(row) == Kind.COMMON ? UNKNOWN : objects[row];
        }
        return objects;
    }

    /** A group for all global symbols, and none for local ones; lld makes hidden ones local, but leaves them hidden. */
    private static int[] globals(Layout layout) {
        Symbols symbols = layout.symbolTable();
        int[] groups = new int[layout.symbols().count()];
        for (int row = 0; row < groups.length; row++) {
            int symbol = layout.symbols().source(row);
            boolean local = symbols.binding(symbol) == Elf.STB_LOCAL && symbols.visibility(symbol) == Elf.STV_DEFAULT;
            groups[row] = local ? UNKNOWN : 0;
        }
        return groups;
    }

    /**
     * Matches what is left over, by other groups than objects, as long as one side does not know the object. Behind a
     * STT_FILE symbol may also stand locals of objects that have none: there only the same size is believed.
     */
    private void matchRest(int[] objectsA, int[] objectsB, int[] groupsA, int[] groupsB, boolean sameSize) {
        long[] keysA = keys(a, nameA, groupsA);
        long[] keysB = keys(b, nameB, groupsB);
        join.match(only(keysA, objectsA, false), keysB, sameSize);
        join.match(only(keysA, objectsA, true), only(keysB, objectsB, false), sameSize);
    }

    private static long[] only(long[] keys, int[] objects, boolean known) {
        long[] some = keys.clone();
        for (int row = 0; row < some.length; row++) {
            if (objects[row] != UNKNOWN != known) {
                some[row] = Join.NO_KEY;
            }
        }
        return some;
    }

    /** Numbers for the rows' names: equal names have the same one, that of a symbol in the given table. */
    private static int[] names(Layout layout, Symbols in) {
        int[] names = new int[layout.symbols().count()];
        Arrays.setAll(
                names, row -> in.find(layout.symbolTable(), layout.symbols().source(row)));
        return names;
    }

    private static long[] keys(Layout layout, int[] names, int[] groups) {
        long[] keys = new long[names.length];
        for (int row = 0; row < keys.length; row++) {
            boolean known = names[row] >= 0 && groups[row] != UNKNOWN;
            long kind = kind(layout.symbolTable().type(layout.symbols().source(row)));
            keys[row] =
                    known ? (long) names[row] << NAME_SHIFT | (long) groups[row] << GROUP_SHIFT | kind : Join.NO_KEY;
        }
        return keys;
    }

    /**
     * The kind that makes a symbol another one. The linker's view, not the table's: without a kit nobody knows that a
     * symbol was common or the script's, and an indirect function may become a plain one.
     */
    private static int kind(int type) {
        return switch (type) {
            case Elf.STT_FUNC, Elf.STT_GNU_IFUNC -> 1;
            case Elf.STT_OBJECT, Elf.STT_COMMON -> 2;
            case Elf.STT_TLS -> 3;
            default -> 0;
        };
    }

    /** For each row the number of the STT_FILE symbol's name that a local symbol stands behind; 0 for others. */
    private int[] files(Layout layout) {
        Symbols symbols = layout.symbolTable();
        int[] fileOf = new int[symbols.count()];
        int file = 0;
        for (int i = 1; i < symbols.count() && symbols.binding(i) == Elf.STB_LOCAL; i++) {
            if (symbols.type(i) == Elf.STT_FILE) {
                file = Math.max(b.symbolTable().find(symbols, i), 0);
            }
            fileOf[i] = file;
        }
        int[] files = new int[layout.symbols().count()];
        Arrays.setAll(files, row -> fileOf[layout.symbols().source(row)]);
        return files;
    }
}
