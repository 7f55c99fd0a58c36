package org.karlworkbench.layout;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Collects the columns of a {@link Rows} table in any order. */
final class RowsBuilder {
    private int count;
    long[] addresses;
    long[] sizes;
    byte[] kinds;
    int[] sections;
    int[] objects;
    int[] sources;
    int[] keys;

    RowsBuilder(int capacity) {
        int room = Math.max(capacity, 16);
        addresses = new long[room];
        sizes = new long[room];
        kinds = new byte[room];
        sections = new int[room];
        objects = new int[room];
        sources = new int[room];
        keys = new int[room];
    }

    int count() {
        return count;
    }

    /**
     * Adds a row.
     *
     * @param section index of the kernel's section or segment that holds it, or -1
     * @param object number of its object, or -1
     * @param source what {@link Rows#source} answers
     * @param key what the table's names are made from
     */
    void add(Kind kind, long address, long size, int section, int object, int source, int key) {
        if (count == addresses.length) {
            grow();
        }
        addresses[count] = address;
        sizes[count] = size;
        kinds[count] = (byte) kind.ordinal();
        sections[count] = section;
        objects[count] = object;
        sources[count] = source;
        keys[count++] = key;
    }

    /** The rows sorted by address; equal addresses keep the order of adding. */
    Rows build(Regions regions, Names objectNames, IntFunction<String> namer) {
        return new Rows(this, KeySort.order(addresses, count), regions, objectNames, namer);
    }

    private void grow() {
        int room = Math.multiplyExact(count, 2);
        addresses = Arrays.copyOf(addresses, room);
        sizes = Arrays.copyOf(sizes, room);
        kinds = Arrays.copyOf(kinds, room);
        sections = Arrays.copyOf(sections, room);
        objects = Arrays.copyOf(objects, room);
        sources = Arrays.copyOf(sources, room);
        keys = Arrays.copyOf(keys, room);
    }
}
