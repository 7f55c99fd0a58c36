package org.karlworkbench.layout;

import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.Binder;

/**
 * What the symbols of a kit's objects name. Of another object's pieces only those count whose name is that object's alone:
 * of several definitions the linker takes one.
 */
final class Targets {
    private static final int NOBODYS = -1;
    private static final int BASES = -2;
    private static final String GOT = "_GLOBAL_OFFSET_TABLE_";

    private final Board board;
    private final Binder binder;
    /** By the number of a global name; null until asked for. */
    private final Target[] owners;

    /**
     * What a symbol names.
     *
     * @param piece its piece, or a negative number if it has none that is known
     * @param value where in that it begins
     * @param whole whether it is the section's own symbol, whose addend chooses a place in it
     */
    record Target(int piece, long value, boolean whole) {
        /** Whether it is the linker's own symbol for the base of {@link PlainField.From#BASE}. */
        boolean isBase() {
            return piece == BASES;
        }
    }

    Targets(Board board, Binder binder) {
        this.board = board;
        this.binder = binder;
        owners = new Target[binder.count()];
    }

    /** What a symbol of an object names; null if that is not known, or neither the base nor a piece of its own. */
    Target of(int object, Symbols symbols, int symbol) {
        Target target = symbols.binding(symbol) == Elf.STB_LOCAL
                ? local(object, symbols, symbol)
                : owner(binder.name(object, symbol), symbols, symbol);
        return target.piece() != NOBODYS ? target : null;
    }

    private Target local(int object, Symbols symbols, int symbol) {
        boolean plain = symbols.isInSection(symbol) && symbols.type(symbol) != Elf.STT_GNU_IFUNC;
        int piece = plain ? board.pieces().number(object, symbols.section(symbol)) : NOBODYS;
        return new Target(piece, symbols.value(symbol), symbols.type(symbol) == Elf.STT_SECTION);
    }

    /** What a global name means, if that is one object's. */
    private Target owner(int name, Symbols symbols, int symbol) {
        if (owners[name] == null) {
            int[] objects = binder.definers(name);
            boolean base = objects.length == 0 && symbols.name(symbol).equals(GOT);
            owners[name] = objects.length == 1
                    ? defined(objects[0], binder.definitions(name)[0])
                    : new Target(base ? BASES : NOBODYS, 0, false);
        }
        return owners[name];
    }

    private Target defined(int object, int symbol) {
        Symbols symbols = board.objects().get(object).symbols();
        boolean plain = symbols.isInSection(symbol)
                && symbols.type(symbol) != Elf.STT_GNU_IFUNC
                && symbols.type(symbol) != Elf.STT_TLS;
        int piece = plain ? board.pieces().number(object, symbols.section(symbol)) : NOBODYS;
        return new Target(piece, symbols.value(symbol), false);
    }
}
