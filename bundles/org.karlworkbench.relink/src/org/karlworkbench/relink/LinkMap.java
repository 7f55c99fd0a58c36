package org.karlworkbench.relink;

import java.util.Arrays;

/** What a linker's map says, as columns in the map's own order; nothing of it is believed yet. */
final class LinkMap {
    /** A piece of an input section, or what the linker lists like one. */
    static final byte SECTION = 0;

    /** A COMMON symbol; the section is its name. */
    static final byte COMMON = 1;

    /** Bytes that the linker or the script makes. */
    static final byte MADE = 2;

    /** Alignment. */
    static final byte FILL = 3;

    /** No number, in {@link #before}. */
    static final long UNKNOWN = -1;

    private static final int MOST_ROWS = 1 << 24;

    private final MapNames names = new MapNames();
    private int count;
    private byte[] kinds = new byte[1024];
    private int[] objects = new int[1024];
    private int[] sections = new int[1024];
    private int[] outputs = new int[1024];
    private long[] addresses = new long[1024];
    private long[] sizes = new long[1024];
    private long[] befores = new long[1024];

    /** The names, numbered. */
    MapNames names() {
        return names;
    }

    /**
     * Adds a row.
     *
     * @throws MapException when a map has more rows than any kernel has
     */
    void add(byte kind, int object, int section, int output, long address, long size) {
        if (count == kinds.length) {
            grow();
        }
        kinds[count] = kind;
        objects[count] = object;
        sections[count] = section;
        outputs[count] = output;
        addresses[count] = address;
        sizes[count] = size;
        befores[count++] = UNKNOWN;
    }

    /** Says what size the last row had before the linker shrank it. */
    void lastBefore(long size) {
        if (count > 0) {
            befores[count - 1] = size;
        }
    }

    int count() {
        return count;
    }

    byte kind(int row) {
        return kinds[row];
    }

    int object(int row) {
        return objects[row];
    }

    int section(int row) {
        return sections[row];
    }

    int output(int row) {
        return outputs[row];
    }

    long address(int row) {
        return addresses[row];
    }

    long size(int row) {
        return sizes[row];
    }

    /** The size before the linker shrank it, or {@link #UNKNOWN}. */
    long before(int row) {
        return befores[row];
    }

    private void grow() {
        if (count >= MOST_ROWS) {
            throw new MapException("the map has more than " + MOST_ROWS + " rows");
        }
        int capacity = 2 * count;
        kinds = Arrays.copyOf(kinds, capacity);
        objects = Arrays.copyOf(objects, capacity);
        sections = Arrays.copyOf(sections, capacity);
        outputs = Arrays.copyOf(outputs, capacity);
        addresses = Arrays.copyOf(addresses, capacity);
        sizes = Arrays.copyOf(sizes, capacity);
        befores = Arrays.copyOf(befores, capacity);
    }
}
