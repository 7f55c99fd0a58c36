package org.karlworkbench.relink.orders;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.ObjectFile;

/** Which object of a kit defines a symbol: a strong one before a COMMON one before a weak one, and the first of equals. */
final class Definitions {
    private final Map<String, Definition> globals = new HashMap<>();
    private final Map<ObjectFile, Definition[]> resolved = new IdentityHashMap<>();

    /**
     * A symbol where it is defined.
     *
     * @param object the object
     * @param symbol the index in its symbol table
     */
    record Definition(ObjectFile object, int symbol) {
        /** Its section's index, or one of {@link Symbols}' constants. */
        int section() {
            return object.symbols().section(symbol);
        }

        private int strength() {
            return section() == Symbols.COMMON ? 1 : object.symbols().binding(symbol) == Elf.STB_WEAK ? 0 : 2;
        }
    }

    Definitions(List<ObjectFile> objects) {
        for (ObjectFile object : objects) {
            Symbols symbols = object.symbols();
            for (int i = 1; i < symbols.count(); i++) {
                if (symbols.binding(i) != Elf.STB_LOCAL && symbols.section(i) != Symbols.UNDEFINED) {
                    globals.merge(
                            symbols.name(i),
                            new Definition(object, i),
                            (first, later) -> later.strength() > first.strength() ? later : first);
                }
            }
        }
    }

    /** The definition of a global symbol, or null. */
    Definition named(String name) {
        return globals.get(name);
    }

    /** The definition of an object's symbol, or null if no object defines it. */
    Definition of(ObjectFile object, int symbol) {
        Definition[] known = resolved.computeIfAbsent(
                object, each -> new Definition[each.symbols().count()]);
        if (known[symbol] == null) {
            Symbols symbols = object.symbols();
            boolean local = symbols.binding(symbol) == Elf.STB_LOCAL;
            known[symbol] = local ? new Definition(object, symbol) : globals.get(symbols.name(symbol));
        }
        return known[symbol];
    }
}
