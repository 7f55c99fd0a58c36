package org.karlworkbench.elf;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Numbers the names of many files' symbols, from 0: the same name, the same number. No name becomes a string for that; the
 * files' string tables stay in memory as long as the numbers do.
 */
public final class NameNumbers {
    private static final int NONE = -1;

    private StringTable[] tables = new StringTable[1 << 10];
    private int[] offsets = new int[1 << 10];
    private int[] hashes = new int[1 << 10];
    private int[] slots = new int[1 << 12];
    private int count;

    /** No names yet. */
    public NameNumbers() {
        Arrays.fill(slots, NONE);
    }

    /**
     * The same names with the same numbers, to which more can be added.
     *
     * @return a copy; what is added to it, this does not get
     */
    public NameNumbers copy() {
        NameNumbers copy = new NameNumbers();
        copy.tables = tables.clone();
        copy.offsets = offsets.clone();
        copy.hashes = hashes.clone();
        copy.slots = slots.clone();
        copy.count = count;
        return copy;
    }

    /**
     * The number of a symbol's name; a new one if it has none yet.
     *
     * @param symbols a file's symbols
     * @param symbol an index there
     * @return from 0
     */
    public int number(Symbols symbols, int symbol) {
        return number(symbols.names(), symbols.nameOffset(symbol));
    }

    /**
     * The number of a name; a new one if it has none yet.
     *
     * @param name the name
     * @return from 0
     */
    public int number(String name) {
        return number(StringTable.of(name), 1);
    }

    /**
     * The number of a name.
     *
     * @param name the name
     * @return from 0, or -1 if it has none
     */
    public int find(String name) {
        StringTable table = StringTable.of(name);
        return slots[slot(table, 1, spread(table.hash(1)))];
    }

    /**
     * How many names have numbers.
     *
     * @return one more than the last number
     */
    public int count() {
        return count;
    }

    /**
     * The name of a number. Each call makes a new string.
     *
     * @param number from 0
     * @return the name as {@link Symbols#name} gives it
     */
    public String name(int number) {
        return tables[number].get(offsets[number]);
    }

    /**
     * Writes a name's bytes.
     *
     * @param number from 0
     * @param out gets the bytes and no null byte behind them
     */
    public void write(int number, ByteArrayOutputStream out) {
        tables[number].write(offsets[number], out);
    }

    private int number(StringTable table, int offset) {
        int hash = spread(table.hash(offset));
        int slot = slot(table, offset, hash);
        if (slots[slot] != NONE) {
            return slots[slot];
        }
        if (count == tables.length) {
            grow();
            slot = slot(table, offset, hash);
        }
        tables[count] = table;
        offsets[count] = offset;
        hashes[count] = hash;
        slots[slot] = count;
        return count++;
    }

    /** The slot of a name, or the empty one where it belongs. */
    private int slot(StringTable table, int offset, int hash) {
        int slot = hash & slots.length - 1;
        for (int found = slots[slot]; found != NONE; found = slots[slot]) {
            if (hashes[found] == hash && tables[found].equals(offsets[found], table, offset)) {
                return slot;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void grow() {
        int capacity = 2 * count;
        tables = Arrays.copyOf(tables, capacity);
        offsets = Arrays.copyOf(offsets, capacity);
        hashes = Arrays.copyOf(hashes, capacity);
        slots = new int[4 * capacity];
        Arrays.fill(slots, NONE);
        for (int number = 0; number < count; number++) {
            int slot = hashes[number] & slots.length - 1;
            while (slots[slot] != NONE) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = number;
        }
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9e3779b9;
        return mixed ^ mixed >>> 15;
    }
}
