package org.karlworkbench.layout;

import java.util.Arrays;
import java.util.List;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.Relocations;

/**
 * The table of hppa's unwinder, {@code .PARISC.unwind}: entries of 16 bytes, each of which begins with the distance of a
 * function from its segment (R_PARISC_SEGREL32). Of the first section of that name in a kernel GNU ld sorts the entries
 * by these functions, whatever pieces they are of (bfd/elf-hppa.h, elf_hppa_sort_unwind); other sections of the same name,
 * which it makes of orphans, it leaves as they are. An object with functions in several sections can so have its entries
 * in another order than it brought them.
 */
public final class UnwindTable {
    /** What {@link Addresses} say of a symbol of which nothing is known; hppa's addresses have 32 bits. */
    public static final long UNKNOWN = -1;

    private static final String NAME = ".PARISC.unwind";
    private static final int ENTRY = 16;
    private static final int SEGREL32 = 49;

    private UnwindTable() {}

    /** Where the symbols of an object lie. */
    public interface Addresses {
        /**
         * The address of a symbol.
         *
         * @param symbol its index in the object
         * @return 32 bits, or {@link #UNKNOWN}
         */
        long of(int symbol);
    }

    /**
     * The section of a kernel whose entries a linker has sorted.
     *
     * @param kernel any kernel
     * @return its index, or -1 if there is none, as in all kernels of other machines
     */
    public static int find(ElfFile kernel) {
        int section =
                kernel.header().machine() == Elf.EM_PARISC ? kernel.sections().find(NAME) : -1;
        return section >= 0 && !kernel.sections().isNoBits(section) ? section : -1;
    }

    /**
     * The functions of the entries that an object brings.
     *
     * @param tables the relocations of its table
     * @param size of its table in bytes, below 2 GiB
     * @param addresses of the object's symbols
     * @return the address of each entry's function, {@link #UNKNOWN} where nothing tells it; null if these are no entries
     */
    public static long[] functions(List<Relocations> tables, long size, Addresses addresses) {
        if (size % ENTRY != 0) {
            return null;
        }
        long[] functions = new long[Math.toIntExact(size / ENTRY)];
        Arrays.fill(functions, UNKNOWN);
        for (Relocations table : tables) {
            for (int row = 0; row < table.count(); row++) {
                long offset = table.offset(row);
                if (table.type(row) == SEGREL32 && offset % ENTRY == 0 && offset >= 0 && offset < size) {
                    long symbol = addresses.of(table.symbol(row));
                    functions[(int) (offset / ENTRY)] =
                            symbol == UNKNOWN ? UNKNOWN : symbol + table.addend(row) & 0xffffffffL;
                }
            }
        }
        return functions;
    }

    /**
     * The number of an entry by its place.
     *
     * @param offset from where the table begins, in bytes
     * @return the number, or -1 where no entry begins
     */
    public static int entry(long offset) {
        return offset >= 0 && offset % ENTRY == 0 ? (int) (offset / ENTRY) : -1;
    }

    /**
     * Entries in the order in which the objects brought them.
     *
     * @param bytes hold the sorted entries
     * @param from where they begin
     * @param functions the address of each entry's function, in the order wanted
     * @return the entries alone; as they are if a function is unknown
     */
    public static byte[] unsorted(byte[] bytes, int from, long[] functions) {
        byte[] entries = Arrays.copyOfRange(bytes, from, from + ENTRY * functions.length);
        if (Arrays.stream(functions).anyMatch(function -> function == UNKNOWN)) {
            return entries;
        }
        int[] order = KeySort.order(functions, functions.length);
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(bytes, from + ENTRY * i, entries, ENTRY * order[i], ENTRY);
        }
        return entries;
    }
}
