package org.karlworkbench.layout;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * One table of a layout: flat columns sorted by unsigned address. Names are decoded when they are asked for.
 *
 * <p>Rows may nest and overlap; {@link #at} gives the innermost. Safe for use by several threads.
 */
public final class Rows {
    private final long[] addresses;
    private final long[] sizes;
    private final byte[] kinds;
    private final int[] sections;
    private final int[] objects;
    private final int[] sources;
    private final int[] keys;
    private final Regions regions;
    private final Names objectNames;
    private final IntFunction<String> namer;
    private volatile int[] enclosing;

    Rows(RowsBuilder from, int[] order, Regions regions, Names objectNames, IntFunction<String> namer) {
        int count = order.length;
        addresses = new long[count];
        sizes = new long[count];
        kinds = new byte[count];
        sections = new int[count];
        objects = new int[count];
        sources = new int[count];
        keys = new int[count];
        this.regions = regions;
        this.objectNames = objectNames;
        this.namer = namer;
        for (int row = 0; row < count; row++) {
            int source = order[row];
            addresses[row] = from.addresses[source];
            sizes[row] = from.sizes[source];
            kinds[row] = from.kinds[source];
            sections[row] = from.sections[source];
            objects[row] = from.objects[source];
            sources[row] = from.sources[source];
            keys[row] = from.keys[source];
        }
    }

    /** The number of rows. */
    public int count() {
        return addresses.length;
    }

    /** The address, an unsigned number. */
    public long address(int row) {
        return addresses[row];
    }

    /** The size in bytes; 0 for labels. */
    public long size(int row) {
        return sizes[row];
    }

    /** The address after the row's last byte. */
    public long end(int row) {
        return addresses[row] + sizes[row];
    }

    /** What the row is. */
    public Kind kind(int row) {
        return Kind.at(kinds[row]);
    }

    /** The name of the kernel's section that holds the row, or empty. */
    public String section(int row) {
        return sections[row] < 0 ? "" : regions.name(sections[row]);
    }

    /** The index of the kernel's section (or, without sections, of the segment) that holds the row, or -1. */
    public int sectionIndex(int row) {
        return sections[row];
    }

    /** The name of the object that brought the row, or empty when there is none or it is not known. */
    public String object(int row) {
        return objects[row] < 0 ? "" : objectNames.name(objects[row]);
    }

    /** A number for the row's object, the same in all tables of one layout, or -1. */
    public int objectIndex(int row) {
        return objects[row];
    }

    /** The row's name; names are shown as they are in the file, control characters included. */
    public String name(int row) {
        return namer.apply(keys[row]);
    }

    /**
     * The index of what the row shows in its own table: the file's section, segment or symbol, or the row of
     * {@link Layout#places}. -1 for what lies between the places.
     */
    public int source(int row) {
        return sources[row];
    }

    /** The last row that starts at the address or below it, or -1. */
    public int floor(long address) {
        return Search.floor(addresses, addresses.length, address);
    }

    /**
     * The innermost row that holds the address: of those that do, the last to start. A row of size 0 holds nothing,
     * but answers for its own address where nothing else does; zeroed thread-local memory (.tbss) has addresses that belong
     * to what follows it, and holds nothing either. -1 when there is none.
     */
    public int at(long address) {
        int label = -1;
        int[] outer = enclosing();
        for (int row = floor(address); row >= 0; row = outer[row]) {
            if (Long.compareUnsigned(address - addresses[row], extent(row)) < 0) {
                return row;
            }
            if (label < 0 && sizes[row] == 0 && addresses[row] == address) {
                label = row;
            }
        }
        return label;
    }

    /** All row numbers, ascending. */
    public IntStream stream() {
        return IntStream.range(0, addresses.length);
    }

    /** Adds all rows to another table. */
    void addTo(RowsBuilder all) {
        for (int row = 0; row < addresses.length; row++) {
            all.add(kind(row), addresses[row], sizes[row], sections[row], objects[row], sources[row], keys[row]);
        }
    }

    /** Completes a row before the table is handed out. */
    void setOwner(int row, int object, Kind kind) {
        objects[row] = object;
        kinds[row] = (byte) kind.ordinal();
    }

    /** For each row the nearest earlier one that ends after it; made at the first question. */
    private int[] enclosing() {
        int[] known = enclosing;
        if (known == null) {
            known = new int[addresses.length];
            for (int row = 0; row < known.length; row++) {
                int outer = row - 1;
                while (outer >= 0 && !endsAfter(outer, row)) {
                    outer = known[outer];
                }
                known[row] = outer;
            }
            enclosing = known;
        }
        return known;
    }

    private boolean endsAfter(int outer, int row) {
        // Ends relative to the outer start, so that a row that reaches the top of the address space compares right.
        return Long.compareUnsigned(extent(outer), addresses[row] - addresses[outer] + extent(row)) > 0;
    }

    /** How many bytes from its address on a row holds. */
    private long extent(int row) {
        return sections[row] >= 0 && regions.isShadow(sections[row]) ? 0 : sizes[row];
    }
}
