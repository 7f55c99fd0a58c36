package org.karlworkbench.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.karlworkbench.elf.Symbols;

/**
 * Which definition each symbol of a kit's objects means (gABI, "Symbol Table"): a strong one before a COMMON one before
 * weak ones, and of equals the first in link order whose section is in the kernel. Which that is, only a link can say, so
 * a name keeps all of its definitions. For those who look at kernels; linkers bind for themselves.
 */
public final class Binder {
    private static final int NOBODY = -1;
    private static final int SEVERAL = -2;
    private static final int[] NONE = {};

    private final SymbolNames names;
    /** By name the only object that defines it, {@link #NOBODY} or {@link #SEVERAL}; and where it does. */
    private final int[] definer;

    private final int[] definition;
    private final Map<Integer, List<Definition>> several = new HashMap<>();

    /** One of several definitions of a name. */
    private record Definition(int object, int symbol) {}

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
            return;
        }
        if (definer[name] != SEVERAL) {
            several.put(name, new ArrayList<>(List.of(new Definition(definer[name], definition[name]))));
            definer[name] = SEVERAL;
        }
        several.get(name).add(new Definition(object, symbol));
    }

    private int[] all(int name, int[] only, ToIntFunction<Definition> part) {
        return switch (definer[name]) {
            case NOBODY -> NONE;
            case SEVERAL -> several.get(name).stream().mapToInt(part).toArray();
            default -> new int[] {only[name]};
        };
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
        return all(name, definer, Definition::object);
    }

    /**
     * Where a name is defined.
     *
     * @param name its number
     * @return the indices of the definitions in the tables of {@link #definers}; not to be changed
     */
    public int[] definitions(int name) {
        return all(name, definition, Definition::symbol);
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
        return definer[name] == object && definition[name] == symbol;
    }
}
