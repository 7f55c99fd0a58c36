package org.karlworkbench.kit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.Symbols;

/**
 * Which definition each symbol of a kit's objects means (gABI, "Symbol Table"): a strong one before a COMMON one before
 * weak ones, and of equals the first in link order whose section is in the kernel. Which that is, only a link can say, so
 * a name keeps all of its definitions. For those who look at kernels; linkers bind for themselves.
 */
public final class Binder {
    private static final int NOBODY = -1;
    private static final Several NONE = new Several(new int[0], new int[0]);

    private final SymbolNames names;
    /** By name the object that defines it first, and where; most names have no other definition. */
    private final int[] definer;

    private final int[] definition;
    private final Map<Integer, Several> several = new HashMap<>();

    /** All definitions of a name that has more than one. */
    private record Several(int[] definers, int[] definitions) {
        Several with(int object, int symbol) {
            return new Several(append(definers, object), append(definitions, symbol));
        }

        private static int[] append(int[] list, int value) {
            int[] longer = Arrays.copyOf(list, list.length + 1);
            longer[list.length] = value;
            return longer;
        }
    }

    /** Collects who defines each name. */
    Binder(List<ObjectFile> objects, SymbolNames names) {
        this.names = names;
        definer = new int[names.count()];
        definition = new int[names.count()];
        Arrays.fill(definer, NOBODY);
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
        if (definer[name] == NOBODY) {
            definer[name] = object;
            definition[name] = symbol;
        } else {
            several.put(name, all(name).with(object, symbol));
        }
    }

    private Several all(int name) {
        Several all = several.get(name);
        if (all != null) {
            return all;
        }
        return definer[name] == NOBODY ? NONE : new Several(new int[] {definer[name]}, new int[] {definition[name]});
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
        return all(name).definers();
    }

    /**
     * Where a name is defined.
     *
     * @param name its number
     * @return the indices of the definitions in the tables of {@link #definers}; not to be changed
     */
    public int[] definitions(int name) {
        return all(name).definitions();
    }

    /**
     * Whether a definition is the only one of its name.
     *
     * @param name the name's number
     * @param object the number of an object
     * @param symbol an index in its symbol table
     * @return false too where the symbol defines nothing
     */
    public boolean isOnly(int name, int object, int symbol) {
        return definer[name] == object && definition[name] == symbol && !several.containsKey(name);
    }
}
