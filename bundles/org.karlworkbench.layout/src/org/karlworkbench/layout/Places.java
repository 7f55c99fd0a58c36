package org.karlworkbench.layout;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.GapObject;
import org.karlworkbench.kit.LoadedKit;

/**
 * Where each (object, input section) lies in one kernel: columns sorted by unsigned address.
 *
 * <p>A relink takes them from the linker's own map and keeps them beside the ledger entry; for other kernels
 * {@link #fromSymbols} finds what the symbols tell. Objects carry their names inside the kit's folder; the gap is
 * {@link #GAP}. Rows of size 0 are kept: an empty section has a place too.
 */
public final class Places {
    /** The name of the gap's object. */
    public static final String GAP = GapObject.NAME;

    /** No rows. */
    public static final Places NONE = new Builder().build();

    private final int count;
    private final byte[] kinds;
    private final int[] objects;
    private final int[] sections;
    private final int[] sectionIndexes;
    private final int[] outputs;
    private final long[] addresses;
    private final long[] sizes;
    private final String[] names;

    private Places(Builder from, int[] order) {
        count = order.length;
        kinds = new byte[count];
        objects = new int[count];
        sections = new int[count];
        sectionIndexes = new int[count];
        outputs = new int[count];
        addresses = new long[count];
        sizes = new long[count];
        names = from.names.toArray();
        for (int row = 0; row < count; row++) {
            int source = order[row];
            kinds[row] = from.kinds[source];
            objects[row] = from.objects[source];
            sections[row] = from.sections[source];
            sectionIndexes[row] = from.sectionIndexes[source];
            outputs[row] = from.outputs[source];
            addresses[row] = from.addresses[source];
            sizes[row] = from.sizes[source];
        }
    }

    /**
     * Reads a places file.
     *
     * @throws EngineException when it cannot be read (code {@code io}) or is damaged, hostile or from a newer version
     *     (code {@code bad-places})
     */
    public static Places read(Path file) throws EngineException {
        return PlacesFile.read(file, null);
    }

    /**
     * Reads those rows of a places file that a search asks for; all others are passed over, which takes a tenth of the
     * time.
     *
     * @param file the file
     * @param wanted which rows
     * @throws EngineException as for the whole file, whose checksum is checked all the same
     */
    public static Places read(Path file, PlacesQuery wanted) throws EngineException {
        return PlacesFile.read(file, wanted);
    }

    /**
     * Writes a places file, readable by its owner only, in one step: it is there whole or not at all. The same rows
     * give the same bytes.
     *
     * @throws EngineException when it cannot be written (code {@code io})
     */
    public void write(Path file) throws EngineException {
        PlacesFile.write(this, file);
    }

    /**
     * Finds the places of a kit's objects in a kernel by the symbols that both have. Exact for what it gives: a
     * section whose symbols contradict each other is left out, as is one without any symbol that survived the link.
     *
     * @param kernel a linked kernel; without a symbol table nothing is found
     * @param kit the kit from which it was linked
     * @throws EngineException when a symbol table of either cannot be read
     */
    public static Places fromSymbols(ElfFile kernel, LoadedKit kit) throws EngineException {
        return SymbolPlaces.find(kernel, kit);
    }

    /** The number of rows. */
    public int count() {
        return count;
    }

    /** Who put the row's bytes there. */
    public PlaceKind kind(int row) {
        return PlaceKind.at(kinds[row]);
    }

    /** The object's name inside the kit's folder, empty for what the linker made. */
    public String object(int row) {
        return names[objects[row]];
    }

    /** The input section's name, or the symbol's for a COMMON row. */
    public String section(int row) {
        return names[sections[row]];
    }

    /** How many different names the rows have; each has a number from 0 on. */
    public int nameCount() {
        return names.length;
    }

    /** The number of the object's name, below {@link #nameCount}. */
    public int objectNumber(int row) {
        return objects[row];
    }

    /** The number of the input section's name. */
    int sectionNumber(int row) {
        return sections[row];
    }

    /** The number of the output section's name. */
    int outputNumber(int row) {
        return outputs[row];
    }

    /** The input section's index in its object, or -1 when it is not known or does not apply. */
    public int sectionIndex(int row) {
        return sectionIndexes[row];
    }

    /** The output section's name. */
    public String output(int row) {
        return names[outputs[row]];
    }

    /** The address in the kernel, an unsigned number. */
    public long address(int row) {
        return addresses[row];
    }

    /** The size in the kernel, in bytes. */
    public long size(int row) {
        return sizes[row];
    }

    /** The address after the row's last byte. */
    public long end(int row) {
        return addresses[row] + sizes[row];
    }

    /** The last row that starts at the address or below it, or -1. */
    public int floor(long address) {
        return Search.floor(addresses, count, address);
    }

    /** Whether there are any rows with the given object's name. */
    public boolean knows(String object) {
        for (int row = 0; row < count; row++) {
            if (names[objects[row]].equals(object)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return count + " places";
    }

    /** Collects rows in any order. Not for use by several threads. */
    public static final class Builder {
        private final Names names = new Names();
        private int count;
        private byte[] kinds = new byte[64];
        private int[] objects = new int[64];
        private int[] sections = new int[64];
        private int[] sectionIndexes = new int[64];
        private int[] outputs = new int[64];
        private long[] addresses = new long[64];
        private long[] sizes = new long[64];

        /**
         * Adds a row.
         *
         * @param kind who put the bytes there
         * @param object the object's name inside the kit's folder, empty for what the linker made
         * @param section the input section's name, or the symbol's for COMMON
         * @param sectionIndex its index in the object, or -1
         * @param output the output section's name
         * @param address the address in the kernel
         * @param size in bytes, not negative; the row may not wrap round the address space
         * @return this builder
         * @throws IllegalArgumentException when the size is negative, or address and size wrap
         */
        public Builder add(
                PlaceKind kind,
                String object,
                String section,
                int sectionIndex,
                String output,
                long address,
                long size) {
            Objects.requireNonNull(kind, "kind");
            if (size < 0 || size > 0 && Long.compareUnsigned(address + (size - 1), address) < 0) {
                throw new IllegalArgumentException("size " + size + " at 0x" + Long.toHexString(address));
            }
            if (count == kinds.length) {
                grow();
            }
            kinds[count] = (byte) kind.ordinal();
            objects[count] = names.number(object);
            sections[count] = names.number(section);
            sectionIndexes[count] = Math.max(sectionIndex, -1);
            outputs[count] = names.number(output);
            addresses[count] = address;
            sizes[count++] = size;
            return this;
        }

        /** The number of rows so far. */
        public int count() {
            return count;
        }

        /** The rows sorted by address; at one address the empty ones first, otherwise in the order of adding. */
        public Places build() {
            int[] bySize = emptyFirst();
            long[] keys = new long[count];
            for (int i = 0; i < count; i++) {
                keys[i] = addresses[bySize[i]];
            }
            int[] order = KeySort.order(keys, count);
            for (int i = 0; i < count; i++) {
                order[i] = bySize[order[i]];
            }
            return new Places(this, order);
        }

        private int[] emptyFirst() {
            int[] order = new int[count];
            int next = 0;
            for (int i = 0; i < count; i++) {
                if (sizes[i] == 0) {
                    order[next++] = i;
                }
            }
            for (int i = 0; i < count; i++) {
                if (sizes[i] != 0) {
                    order[next++] = i;
                }
            }
            return order;
        }

        private void grow() {
            int capacity = Math.multiplyExact(count, 2);
            kinds = Arrays.copyOf(kinds, capacity);
            objects = Arrays.copyOf(objects, capacity);
            sections = Arrays.copyOf(sections, capacity);
            sectionIndexes = Arrays.copyOf(sectionIndexes, capacity);
            outputs = Arrays.copyOf(outputs, capacity);
            addresses = Arrays.copyOf(addresses, capacity);
            sizes = Arrays.copyOf(sizes, capacity);
        }
    }
}
