package org.karlworkbench.elf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/** Finds entries of a table by name in constant time, without a string for each: open addressing over int columns. */
final class NameIndex {
    private final StringTable names;
    private final int[] offsets;
    private final int[] slots;
    private final int[] hashes;

    /**
     * Indexes all entries whose name is not empty.
     *
     * @param offsets the names' offsets in the string table
     * @param better of an entry that is in the index and a later one of the same name, the one to keep
     */
    NameIndex(StringTable names, int[] offsets, IntBinaryOperator better) {
        this.names = names;
        this.offsets = offsets;
        int size = Integer.highestOneBit(Math.max(4, offsets.length)) * 4;
        this.slots = new int[size];
        this.hashes = new int[size];
        Arrays.fill(slots, -1);
        for (int i = 0; i < offsets.length; i++) {
            if (!names.isEmpty(offsets[i])) {
                add(i, better);
            }
        }
    }

    private void add(int entry, IntBinaryOperator better) {
        int hash = spread(names.hash(offsets[entry]));
        int slot = hash & slots.length - 1;
        while (slots[slot] >= 0) {
            if (hashes[slot] == hash && names.equals(offsets[slots[slot]], names, offsets[entry])) {
                slots[slot] = better.applyAsInt(slots[slot], entry);
                return;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = entry;
        hashes[slot] = hash;
    }

    /** The entry of a name, or -1. */
    int find(String name) {
        int entry = find(name.getBytes(StandardCharsets.UTF_8));
        // names that are no UTF-8 were shown as ISO-8859-1
        return entry >= 0 ? entry : find(name.getBytes(StandardCharsets.ISO_8859_1));
    }

    private int find(byte[] name) {
        int hash = spread(StringTable.hash(name));
        int slot = hash & slots.length - 1;
        while (slots[slot] >= 0) {
            if (hashes[slot] == hash && names.equals(offsets[slots[slot]], name)) {
                return slots[slot];
            }
            slot = slot + 1 & slots.length - 1;
        }
        return -1;
    }

    /** The entry that has the same name as one of another table, or -1. */
    int find(StringTable others, int offset) {
        int hash = spread(others.hash(offset));
        int slot = hash & slots.length - 1;
        while (slots[slot] >= 0) {
            if (hashes[slot] == hash && names.equals(offsets[slots[slot]], others, offset)) {
                return slots[slot];
            }
            slot = slot + 1 & slots.length - 1;
        }
        return -1;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9e3779b9;
        return mixed ^ mixed >>> 15;
    }
}
