package org.karlworkbench.linker;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.karlworkbench.elf.Relocations;

/**
 * Finds relocations of one section by their places, in whatever order its tables have them. Most sections have none that
 * look for others, so that nothing is sorted before one does.
 */
final class PlaceIndex {
    private final List<Relocations> tables;
    /** Ascending: the place, and below it the number, which goes on from table to table; null until something is looked for. */
    private long[] keys;

    PlaceIndex(List<Relocations> tables) {
        this.tables = tables;
    }

    private static long[] keys(List<Relocations> tables) {
        long[] keys = new long[tables.stream().mapToInt(Relocations::count).reduce(0, Math::addExact)];
        int number = 0;
        for (Relocations table : tables) {
            for (int i = 0; i < table.count(); i++) {
                keys[number] = key(table.offset(i)) | number;
                number++;
            }
        }
        Arrays.sort(keys);
        return keys;
    }

    /** Sections with content have fewer bytes than an int counts, and a file's reader refuses places outside of them. */
    private static long key(long place) {
        return place << Integer.SIZE;
    }

    /** A relocation that was found: its table, and its index there. */
    record Found(Relocations table, int index) {}

    /**
     * Finds the first relocation at a place that is of a wanted type.
     *
     * @param place bytes from the section's beginning
     * @return null if there is none
     */
    Found find(long place, IntPredicate types) {
        if (keys == null) {
            keys = keys(tables);
        }
        int at = place < 0 || place > Integer.MAX_VALUE ? keys.length : first(place);
        while (at < keys.length && keys[at] >>> Integer.SIZE == place) {
            Found found = found((int) keys[at++]);
            if (types.test(found.table().type(found.index()))) {
                return found;
            }
        }
        return null;
    }

    private int first(long place) {
        int found = Arrays.binarySearch(keys, key(place));
        return found < 0 ? ~found : found;
    }

    private Found found(int number) {
        int rest = number;
        for (Relocations table : tables) {
            if (rest < table.count()) {
                return new Found(table, rest);
            }
            rest -= table.count();
        }
        throw new IndexOutOfBoundsException(number);
    }
}
