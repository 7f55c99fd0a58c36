package org.karlworkbench.kit;

import java.util.Arrays;
import java.util.List;
import org.karlworkbench.elf.Symbols;

/**
 * Which definition each symbol of a kit's objects means (gABI, "Symbol Table"): a strong one before a COMMON one before
 * weak ones, and of equals the first in link order whose section is in the kernel. Which that is, only a link can say, so
 * a name keeps all of its definitions. For those who look at kernels; linkers bind for themselves.
 */
public final class Binder {
    private static final int[] NONE = {};

    private final SymbolNames names;
    private final int[][] definers;
    private final int[][] definitions;

    /** Collects who defines each name. */
    Binder(List<ObjectFile> objects, SymbolNames names) {
        this.names = names;
        definers = new int[names.count()][];
        definitions = new int[names.count()][];
        for (int object = 0; object < objects.size(); object++) {
            Symbols symbols = objects.get(object).symbols();
            int[] own = names.of(object);
            for (int i = 1; i < own.length; i++) {
                if (own[i] != SymbolNames.LOCAL && symbols.section(i) != Symbols.UNDEFINED) {
                    define(own[i], object, i);
                }
            }
        }
    }

    private void define(int name, int object, int symbol) {
        definers[name] = append(definers[name], object);
        definitions[name] = append(definitions[name], symbol);
    }

    private static int[] append(int[] list, int value) {
        if (list == null) {
            return new int[] {value};
        }
        int[] longer = Arrays.copyOf(list, list.length + 1);
        longer[list.length] = value;
        return longer;
    }

    /**
     * How many names there are.
     *
     * @return one more than the last number
     */
    public int count() {
        return names.count();
    }

    /**
     * The name of an object's symbol.
     *
     * @param object its number in the kit, from 0
     * @param symbol an index in its symbol table
     * @return the name's number, from 0, or {@link SymbolNames#LOCAL}
     */
    public int name(int object, int symbol) {
        return names.of(object)[symbol];
    }

    /**
     * Who defines a name.
     *
     * @param name its number
     * @return the numbers of the objects, in the kit's order; not to be changed
     */
    public int[] definers(int name) {
        return definers[name] == null ? NONE : definers[name];
    }

    /**
     * Where a name is defined.
     *
     * @param name its number
     * @return the indices of the definitions in the tables of {@link #definers}; not to be changed
     */
    public int[] definitions(int name) {
        return definitions[name] == null ? NONE : definitions[name];
    }
}
