package org.karlworkbench.layout;

import java.util.Arrays;
import java.util.List;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;

/**
 * Which symbols of a kit's objects a kernel's symbols are, by name. Names are compared in their string tables; a
 * kernel's symbols of one name share a number, that of the symbol which {@link Symbols#find} prefers: the global one.
 */
final class KitJoin {
    private static final int NONE = -1;
    private static final int SEVERAL = -2;

    private final Symbols kernel;
    private final LoadedKit kit;
    private final List<ObjectFile> objects;
    private final int[][] found;
    private final int[] name;
    private final int[] strong;
    private final int[] weak;
    private final int[] symbol;
    private final int[] sized;
    private final int[] sizedSymbol;
    private final boolean[] inKit;
    private final boolean[] localInKit;
    private final long threadBase;

    /**
     * Joins a kernel's symbols with those of a kit's objects.
     *
     * @param threadBase address of the kernel's thread-local template, from which STT_TLS symbols count
     */
    KitJoin(Symbols kernel, long threadBase, LoadedKit kit) {
        this.kernel = kernel;
        this.kit = kit;
        this.objects = kit.objects();
        this.threadBase = threadBase;
        name = new int[kernel.count()];
        Arrays.setAll(name, i -> kernel.find(kernel, i));
        strong = new int[kernel.count()];
        weak = new int[kernel.count()];
        symbol = new int[kernel.count()];
        sized = new int[kernel.count()];
        sizedSymbol = new int[kernel.count()];
        inKit = new boolean[kernel.count()];
        localInKit = new boolean[kernel.count()];
        Arrays.fill(strong, NONE);
        Arrays.fill(weak, NONE);
        Arrays.fill(sized, NONE);
        found = new int[objects.size()][];
        for (int object = 0; object < objects.size(); object++) {
            found[object] = new int[objects.get(object).symbols().count()];
            join(object, objects.get(object).symbols());
        }
    }

    private void join(int object, Symbols symbols) {
        for (int i = 1; i < symbols.count(); i++) {
            int same = kernel.find(symbols, i);
            found[object][i] = same;
            if (same >= 0 && SymbolRows.isShown(symbols, i)) {
                inKit[same] = true;
                addDefinition(same, object, symbols, i);
            }
        }
    }

    private void addDefinition(int found, int object, Symbols symbols, int i) {
        int binding = symbols.binding(i);
        localInKit[found] |= binding == Elf.STB_LOCAL;
        if (binding == Elf.STB_LOCAL || symbols.section(i) == Symbols.COMMON) {
            return;
        }
        int[] definers = binding == Elf.STB_WEAK ? weak : strong;
        definers[found] = definers[found] == NONE ? object : SEVERAL;
        if (definers == strong || strong[found] == NONE) {
            symbol[found] = i;
        }
        if (symbols.size(i) != 0 && symbols.size(i) == kernel.size(found)) {
            sized[found] = sized[found] == NONE ? object : SEVERAL;
            sizedSymbol[found] = i;
        }
    }

    List<ObjectFile> objects() {
        return objects;
    }

    /** The object of a name, or null. */
    ObjectFile object(String object) {
        return kit.object(object);
    }

    Symbols kernel() {
        return kernel;
    }

    /** The kernel's symbol that has the name of an object's symbol and that {@link Symbols#find} prefers, or -1. */
    int found(int object, int symbol) {
        return found[object][symbol];
    }

    /** The address of a kernel's symbol; thread-local ones have one in the template. */
    long address(int kernelSymbol) {
        long value = kernel.value(kernelSymbol);
        return kernel.type(kernelSymbol) == Elf.STT_TLS ? threadBase + value : value;
    }

    /** The number of a kernel symbol's name, or -1 for one without a name. */
    int name(int kernelSymbol) {
        return name[kernelSymbol];
    }

    /** Whether any object defines a symbol of this name, a local one included. */
    boolean isInKit(int name) {
        return name >= 0 && inKit[name];
    }

    /** Whether a kernel's symbol was global in its object: lld makes hidden ones local. */
    boolean isGlobal(int kernelSymbol) {
        int of = name[kernelSymbol];
        return kernel.binding(kernelSymbol) != Elf.STB_LOCAL || of >= 0 && !localInKit[of];
    }

    /**
     * The one object whose definition a global name must come from, or -1 if there is none or it is not certain. Of
     * several definitions the kernel has the one of its size, if that is only one.
     */
    int definer(int name) {
        int certain = name < 0 ? NONE : strong[name] == NONE ? weak[name] : strong[name];
        return Math.max(certain == SEVERAL ? sized[name] : certain, NONE);
    }

    /** The index of the definition in the symbol table of {@link #definer}. */
    int definition(int name) {
        boolean bySize = (strong[name] == NONE ? weak[name] : strong[name]) == SEVERAL;
        return bySize ? sizedSymbol[name] : symbol[name];
    }
}
