package org.karlworkbench.kit;

import java.util.List;
import org.karlworkbench.elf.NameNumbers;

/**
 * The names of the global symbols of a kit's objects, numbered (gABI, "Symbol Table"). That is most of the work of binding,
 * and says nothing yet about what a name means; so those who bind share it.
 */
public final class SymbolNames {
    /** The number of a symbol that is local. */
    public static final int LOCAL = -1;

    private final NameNumbers numbers = new NameNumbers();
    private final int[][] names;

    SymbolNames(List<ObjectFile> objects) {
        names = new int[objects.size()][];
        for (int object = 0; object < names.length; object++) {
            names[object] = numbers.ofGlobals(objects.get(object).symbols());
        }
    }

    /**
     * The names of an object's symbols.
     *
     * @param object its number in the kit, from 0
     * @return by symbol the name's number, from 0, or {@link #LOCAL}; not to be changed
     */
    public int[] of(int object) {
        return names[object];
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
     * The names by their numbers.
     *
     * @return new at each call, for names to be added
     */
    public NameNumbers numbers() {
        return numbers.copy();
    }
}
