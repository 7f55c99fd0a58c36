package org.karlworkbench.verify;

import java.util.Arrays;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.RelocationNames;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.KeySort;
import org.karlworkbench.layout.Layout;

/**
 * Who refers to what in a kernel: the relocations of its kit's objects, each with the place in the kernel where it stands
 * and the address that it means. Numbered by ascending place; flat columns, unchanged once made, safe for several threads.
 *
 * <p>A reference by a named symbol means that symbol, whatever is added. One by a section's symbol means the byte that
 * symbol and addend name together; what the processor itself adds to that is taken off.
 */
public final class References {
    private final ObjectFile[] objects;
    private final int[] sections;
    private final long[] bases;
    private final int[] pieces;
    private final long[] places;
    private final int[] symbols;
    private final int[] types;
    private final long[] addends;
    private final long[] targets;
    private final int[] byTarget;
    private final long[] sortedTargets;

    References(ReferenceReader from) {
        objects = from.objects.toArray(ObjectFile[]::new);
        sections = from.sections.stream().mapToInt(Integer::intValue).toArray();
        bases = from.bases.stream().mapToLong(Long::longValue).toArray();
        int[] order = KeySort.order(from.places, from.count);
        pieces = ordered(from.pieces, order);
        places = ordered(from.places, order);
        symbols = ordered(from.symbols, order);
        types = ordered(from.types, order);
        addends = ordered(from.addends, order);
        targets = ordered(from.targets, order);
        int[] all = KeySort.order(targets, targets.length);
        byTarget = Arrays.stream(all).filter(this::hasTarget).toArray();
        sortedTargets = ordered(targets, byTarget);
    }

    private static int[] ordered(int[] column, int[] order) {
        int[] ordered = new int[order.length];
        Arrays.setAll(ordered, i -> column[order[i]]);
        return ordered;
    }

    private static long[] ordered(long[] column, int[] order) {
        long[] ordered = new long[order.length];
        Arrays.setAll(ordered, i -> column[order[i]]);
        return ordered;
    }

    /**
     * Finds all references of a kernel; linear in the kit's relocations.
     *
     * @param layout the kernel's, with the places of the kit's objects
     * @param kit the kit from which it was linked
     * @param progress told of one phase; asked for cancel
     * @return the references
     * @throws EngineException with code {@code wrong-kit} if the kernel was linked from another kit or nothing of the kit
     *     is found in it; with {@code stale-kernel} if the file has changed since the layout was read; when a file cannot
     *     be read
     */
    public static References read(Layout layout, LoadedKit kit, Progress progress) throws EngineException {
        return ReferenceReader.read(layout, kit, progress);
    }

    /** How many references there are. */
    public int count() {
        return places.length;
    }

    /**
     * Who refers to bytes of the kernel.
     *
     * @param address of the first byte, unsigned
     * @param size how many bytes; what has none is referred to by its address
     * @return the numbers of the references, ascending
     */
    public int[] to(long address, long size) {
        int first = lowerBound(sortedTargets, address);
        int[] found = Arrays.copyOfRange(byTarget, first, end(sortedTargets, first, address, size));
        Arrays.sort(found);
        return found;
    }

    /**
     * What bytes of the kernel refer to.
     *
     * @param address of the first byte, unsigned
     * @param size how many bytes
     * @return the numbers of the references, ascending
     */
    public int[] from(long address, long size) {
        int first = lowerBound(places, address);
        int[] found = new int[end(places, first, address, size) - first];
        Arrays.setAll(found, i -> first + i);
        return found;
    }

    private static int lowerBound(long[] sorted, long key) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(sorted[middle], key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int end(long[] sorted, int first, long address, long size) {
        long last = address + Math.max(size, 1) - 1;
        boolean wraps = Long.compareUnsigned(last, address) < 0;
        return wraps || last == -1 ? sorted.length : Math.max(first, lowerBound(sorted, last + 1));
    }

    /** Where the reference stands in the kernel, unsigned. */
    public long place(int reference) {
        return places[reference];
    }

    /** The name of the object that refers. */
    public String object(int reference) {
        return objects[pieces[reference]].name();
    }

    /** The name of the object's section in which the reference stands. */
    public String section(int reference) {
        return objects[pieces[reference]].sections().name(sections[pieces[reference]]);
    }

    /** Where in that section it stands, in bytes. */
    public long offset(int reference) {
        return places[reference] - bases[pieces[reference]];
    }

    /** The name of the relocation's type, such as {@code R_X86_64_PC32}. */
    public String kind(int reference) {
        return RelocationNames.of(objects[pieces[reference]].header(), types[reference]);
    }

    /** The relocation's addend, be it in its table or in the field. */
    public long addend(int reference) {
        return addends[reference];
    }

    /** By which name it refers: a symbol's, or that of a section. */
    public String name(int reference) {
        ObjectFile object = objects[pieces[reference]];
        Symbols all = object.symbols();
        int symbol = symbols[reference];
        return all.type(symbol) == Elf.STT_SECTION && all.isInSection(symbol)
                ? object.sections().name(all.section(symbol))
                : all.name(symbol);
    }

    /**
     * Whether it is known where the reference leads. It is not for what nobody defines, nor for merged strings of which the
     * kernel has several.
     */
    public boolean hasTarget(int reference) {
        return targets[reference] != SymbolValues.UNKNOWN;
    }

    /** The address to which it leads, unsigned; means nothing without {@link #hasTarget}. */
    public long target(int reference) {
        return targets[reference];
    }
}
