package org.karlworkbench.elf;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Numbers the names of many files' symbols, from 0: the same name, the same number. No name becomes a string for that; their
 * bytes are kept side by side, since they are compared far more often than there are new ones, and where the files have
 * them they lie far from each other.
 */
public final class NameNumbers {
    /** No symbol's number. */
    private static final int NONE = -1;

    private static final int MOST = Integer.MAX_VALUE - Long.BYTES;

    /** All names, each with a null byte before and behind it. */
    private byte[] text = new byte[1 << 14];

    /** Where in the text each name begins; behind the last one, where the next will. */
    private int[] starts = new int[1 << 10];

    /** A hash table, half empty at least: a name's hash above, its number and one more below; 0 where there is none. */
    private long[] slots = new long[1 << 11];

    private int count;

    /** No names yet. */
    public NameNumbers() {
        starts[0] = 1;
    }

    /**
     * The same names with the same numbers, to which more can be added.
     *
     * @return a copy; what is added to it, this does not get
     */
    public NameNumbers copy() {
        NameNumbers copy = new NameNumbers();
        copy.text = text.clone();
        copy.starts = starts.clone();
        copy.slots = slots.clone();
        copy.count = count;
        return copy;
    }

    /**
     * The numbers of the names of a file's symbols that are not local.
     *
     * @param symbols the file's symbols
     * @return by symbol a number from 0, -1 for local ones and the undefined one
     */
    public int[] ofGlobals(Symbols symbols) {
        StringTable names = symbols.names();
        int[] numbers = new int[symbols.count()];
        int[] hashes = new int[numbers.length + 1];
        for (int i = 1; i < numbers.length; i++) {
            hashes[i] = spread(names.hash(symbols.nameOffset(i)));
        }
        hashes[numbers.length] = fetch(hashes); // of no name, but what nobody keeps would not be fetched
        for (int i = 0; i < numbers.length; i++) {
            boolean global = i > 0 && symbols.binding(i) != Elf.STB_LOCAL;
            numbers[i] = global ? number(names, symbols.nameOffset(i), hashes[i]) : NONE;
        }
        return numbers;
    }

    /**
     * Looks at what names with these hashes will be compared with: a processor fetches many places at a time where none is
     * found by another. One after the other they take three times as long.
     */
    private int fetch(int[] hashes) {
        int last = 0;
        for (int hash : hashes) {
            int found = (int) slots[hash & slots.length - 1];
            last += text[starts[found] - 1]; // behind the name, or the text's first byte
        }
        return last;
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
        return (int) slots[slot(table, 1, spread(table.hash(1)))] - 1;
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
        return StringTable.decode(text, starts[number], length(number));
    }

    /**
     * Writes a name's bytes.
     *
     * @param number from 0
     * @param out gets the bytes and no null byte behind them
     */
    public void write(int number, ByteArrayOutputStream out) {
        out.write(text, starts[number], length(number));
    }

    private int length(int number) {
        return starts[number + 1] - starts[number] - 1;
    }

    private int number(StringTable table, int offset) {
        return number(table, offset, spread(table.hash(offset)));
    }

    private int number(StringTable table, int offset, int hash) {
        int slot = slot(table, offset, hash);
        if (slots[slot] != 0) {
            return (int) slots[slot] - 1;
        }
        keep(table, offset);
        slots[slot] = (long) hash << Integer.SIZE | count;
        if (count == slots.length / 2) {
            grow();
        }
        return count - 1;
    }

    private void keep(StringTable table, int offset) {
        int length = table.length(offset) + 1;
        int start = starts[count];
        if (length > text.length - start) {
            text = Arrays.copyOf(text, larger(start, length));
        }
        table.copy(offset, text, start, length);
        count++;
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count] = start + length;
    }

    private static int larger(int used, int more) {
        long needed = (long) used + more;
        if (needed > MOST) {
            throw new OutOfMemoryError("symbols' names of more than two gigabytes");
        }
        return (int) Math.min(MOST, Math.max(needed, 2L * used));
    }

    /** The slot of a name, or the empty one where it belongs. */
    private int slot(StringTable table, int offset, int hash) {
        int slot = hash & slots.length - 1;
        for (long found = slots[slot]; found != 0; found = slots[slot]) {
            if ((int) (found >> Integer.SIZE) == hash && table.equals(offset, text, starts[(int) found - 1])) {
                return slot;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] smaller = slots;
        slots = new long[2 * smaller.length];
        for (long each : smaller) {
            if (each != 0) {
                int slot = (int) (each >> Integer.SIZE) & slots.length - 1;
                while (slots[slot] != 0) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = each;
            }
        }
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9e3779b9;
        return mixed ^ mixed >>> 15;
    }
}
