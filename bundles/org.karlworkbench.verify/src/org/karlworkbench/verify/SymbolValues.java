package org.karlworkbench.verify;

import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.Binder;
import org.karlworkbench.verify.psabi.Nature;

/**
 * Where the symbols of a link lie: the S of the psABI's formulas, by the objects' own tables and the places of their
 * sections. Only what no object defines, COMMON symbols and those of the linker script, is taken from the kernel's symbol
 * table.
 */
final class SymbolValues {
    /** The value of a symbol that nothing tells. */
    static final long UNKNOWN = Input.NOWHERE;

    private final LinkedObjects linked;
    private final Binder binder;
    private final Symbols kernel;
    private final long[] values;
    /** Null for a name that nobody has asked for yet. */
    private final Nature[] natures;

    private final Input[] homes;
    private final int[] definitions;
    private final byte[] others;

    /**
     * For one link.
     *
     * @param linked the objects, with the places of their sections
     * @param kernel the kernel's symbols
     */
    SymbolValues(LinkedObjects linked, Symbols kernel) {
        this.linked = linked;
        this.binder = linked.facts().binder();
        this.kernel = kernel;
        values = new long[binder.count()];
        natures = new Nature[binder.count()];
        homes = new Input[binder.count()];
        definitions = new int[binder.count()];
        others = new byte[binder.count()];
    }

    /**
     * Binds the names that one object alone defines, which are most of them, when all sections have their places: object
     * by object, since to look for each when it is asked for goes through memory at random.
     */
    void bindOnly() {
        for (int object = 0; object < linked.facts().count(); object++) {
            Input input = linked.number(object);
            if (input != null) {
                bindOnly(input, object);
            }
        }
    }

    private void bindOnly(Input input, int object) {
        Symbols symbols = input.file().symbols();
        for (int i = 1; i < symbols.count(); i++) {
            int section = symbols.section(i);
            boolean there = section > 0 ? input.isPlaced(section) : section == Symbols.ABSOLUTE;
            int name = binder.name(object, i);
            if (there && name >= 0 && binder.isOnly(name, object, i)) {
                bind(name, input, symbols, i);
            }
        }
    }

    /** The address of an object's symbol, or {@link #UNKNOWN}. */
    long value(Input input, int symbol) {
        int name = name(input, symbol);
        if (name < 0) {
            return own(input, symbol);
        }
        bind(name, input, symbol);
        return values[name];
    }

    /** What an object's symbol is. */
    Nature nature(Input input, int symbol) {
        int name = name(input, symbol);
        if (name >= 0) {
            bind(name, input, symbol);
            return natures[name];
        }
        Symbols symbols = input.file().symbols();
        if (symbol == 0) {
            return Nature.DEFINED;
        }
        return natureOf(symbols, symbol);
    }

    /** The object that defines an object's symbol, or null if none does. */
    Input home(Input input, int symbol) {
        int name = name(input, symbol);
        if (name < 0) {
            return input;
        }
        bind(name, input, symbol);
        return homes[name];
    }

    /** The symbol's index in the object that defines it. */
    int definition(Input input, int symbol) {
        int name = name(input, symbol);
        return name < 0 ? symbol : definitions[name];
    }

    /** What its definition's st_other says; 0 if no object defines it. */
    int other(Input input, int symbol) {
        int name = name(input, symbol);
        if (name < 0) {
            return input.file().symbols().other(symbol);
        }
        bind(name, input, symbol);
        return others[name] & 0xff;
    }

    /** The name's number of a global symbol; the gap's are found by their names, since the kit does not know it. */
    private int name(Input input, int symbol) {
        return input.isGap() ? -1 : binder.name(input.facts().number(), symbol);
    }

    private void bind(int name, Input asking, int symbol) {
        if (natures[name] != null) {
            return;
        }
        int best = -1;
        int[] definers = binder.definers(name);
        int[] chosen = binder.definitions(name);
        for (int i = 0; i < definers.length; i++) {
            if (isPlaced(definers[i], chosen[i]) && (best < 0 || isBetter(definers, chosen, i, best))) {
                best = i;
            }
        }
        if (best < 0) {
            foreign(name, asking.file().symbols().name(symbol), definers.length == 0);
            return;
        }
        Input definer = linked.number(definers[best]);
        Symbols symbols = definer.file().symbols();
        if (symbols.section(chosen[best]) == Symbols.COMMON) {
            foreign(name, symbols.name(chosen[best]), false);
        } else {
            bind(name, definer, symbols, chosen[best]);
        }
    }

    private void bind(int name, Input definer, Symbols symbols, int definition) {
        values[name] = own(definer, definition);
        natures[name] = natureOf(symbols, definition);
        homes[name] = definer;
        definitions[name] = definition;
        others[name] = (byte) symbols.other(definition);
    }

    private boolean isPlaced(int object, int symbol) {
        Input definer = linked.number(object);
        if (definer == null) {
            return false;
        }
        int section = definer.file().symbols().section(symbol);
        return section <= 0 || definer.isPlaced(section);
    }

    private boolean isBetter(int[] definers, int[] chosen, int one, int other) {
        Input a = linked.number(definers[one]);
        Input b = linked.number(definers[other]);
        int strength = Integer.compare(
                strength(a.file().symbols(), chosen[one]), strength(b.file().symbols(), chosen[other]));
        return strength != 0 ? strength > 0 : a.rank() < b.rank();
    }

    private static int strength(Symbols symbols, int symbol) {
        if (symbols.section(symbol) == Symbols.COMMON) {
            return 1;
        }
        return symbols.binding(symbol) == Elf.STB_WEAK ? 0 : 2;
    }

    /** What no object has a place for: the script, the gap or the linker defines it, or nothing does. */
    private void foreign(int name, String word, boolean undefined) {
        int found = kernel.find(word);
        boolean there = found > 0 && kernel.section(found) != Symbols.UNDEFINED;
        natures[name] = there ? natureOf(kernel, found) : Nature.UNDEFINED;
        if (there) {
            values[name] = kernel.value(found);
        } else {
            // a stripped kernel tells nothing: it may be the script's
            values[name] = undefined && kernel.count() > 1 ? 0 : UNKNOWN;
        }
    }

    private static Nature natureOf(Symbols symbols, int symbol) {
        return switch (symbols.type(symbol)) {
            case Elf.STT_GNU_IFUNC -> Nature.INDIRECT;
            case Elf.STT_FUNC -> Nature.FUNCTION;
            default -> Nature.DEFINED;
        };
    }

    /** By the object itself: the place of its section and the symbol's distance from its start. */
    private long own(Input input, int symbol) {
        Symbols symbols = input.file().symbols();
        int section = symbols.section(symbol);
        if (symbol == 0) {
            return 0;
        }
        if (section == Symbols.ABSOLUTE) {
            return symbols.value(symbol);
        }
        if (section <= 0) {
            return UNKNOWN;
        }
        long start = input.address(section);
        return start == Input.NOWHERE ? UNKNOWN : start + symbols.value(symbol);
    }
}
