package org.karlworkbench.kit;

import java.util.Arrays;
import java.util.List;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.NameNumbers;
import org.karlworkbench.elf.Symbols;

/**
 * Which definition each symbol of a kit's objects means (gABI, "Symbol Table"): a strong one before a COMMON one before
 * weak ones, and of equals the first in link order whose section is in the kernel. Which that is, only a link can say, so
 * a name keeps all of its definitions. For those who look at kernels; linkers bind for themselves.
 */
public final class Binder {
    private static final int[] NONE = {};
    private static final int LOCAL = -1;

    private final NameNumbers numbers = new NameNumbers();
    private final int[][] names;
    private int[][] definers = new int[1024][];
    private int[][] definitions = new int[1024][];

    /** Numbers the names of all global symbols, and collects who defines them. */
    Binder(List<ObjectFile> objects) {
        names = new int[objects.size()][];
        for (int object = 0; object < names.length; object++) {
            Symbols symbols = objects.get(object).symbols();
            int[] own = new int[symbols.count()];
            Arrays.fill(own, LOCAL);
            for (int i = 1; i < own.length; i++) {
                if (symbols.binding(i) != Elf.STB_LOCAL) {
                    own[i] = number(symbols, i);
                    if (symbols.section(i) != Symbols.UNDEFINED) {
                        define(own[i], object, i);
                    }
                }
            }
            names[object] = own;
        }
    }

    private int number(Symbols symbols, int symbol) {
        int number = numbers.number(symbols, symbol);
        if (number == definers.length) {
            definers = Arrays.copyOf(definers, 2 * number);
            definitions = Arrays.copyOf(definitions, 2 * number);
        }
        return number;
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
        return numbers.count();
    }

    /**
     * The name of an object's symbol.
     *
     * @param object its number in the kit, from 0
     * @param symbol an index in its symbol table
     * @return the name's number, from 0, or -1 for a local symbol
     */
    public int name(int object, int symbol) {
        return names[object][symbol];
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
