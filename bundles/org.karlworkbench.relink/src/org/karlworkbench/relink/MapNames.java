package org.karlworkbench.relink;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Names of a map, each decoded once and numbered from 0: a map repeats a name thousands of times. */
final class MapNames {
    private static final int FREE = -1;

    private String[] names = new String[256];
    private byte[][] spellings = new byte[256][];
    private int[] table = filled(1024);
    private int count;

    /** The number of the name that lies in a buffer. */
    int number(byte[] buffer, int from, int to) {
        int slot = hash(buffer, from, to) & table.length - 1;
        while (table[slot] != FREE) {
            byte[] known = spellings[table[slot]];
            if (Arrays.equals(known, 0, known.length, buffer, from, to)) {
                return table[slot];
            }
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = count;
        return add(Arrays.copyOfRange(buffer, from, to));
    }

    /** The name with a number. */
    String name(int number) {
        return names[number];
    }

    /** How many there are. */
    int count() {
        return count;
    }

    private int add(byte[] spelling) {
        if (count == names.length) {
            names = Arrays.copyOf(names, 2 * count);
            spellings = Arrays.copyOf(spellings, 2 * count);
        }
        names[count] = new String(spelling, StandardCharsets.UTF_8);
        spellings[count++] = spelling;
        if (2 * count > table.length) {
            rehash();
        }
        return count - 1;
    }

    private void rehash() {
        table = filled(2 * table.length);
        for (int i = 0; i < count; i++) {
            int slot = hash(spellings[i], 0, spellings[i].length) & table.length - 1;
            while (table[slot] != FREE) {
                slot = slot + 1 & table.length - 1;
            }
            table[slot] = i;
        }
    }

    private static int hash(byte[] buffer, int from, int to) {
        int hash = 0x811c9dc5;
        for (int i = from; i < to; i++) {
            hash = (hash ^ buffer[i]) * 0x01000193;
        }
        return hash ^ hash >>> 15;
    }

    private static int[] filled(int length) {
        int[] table = new int[length];
        Arrays.fill(table, FREE);
        return table;
    }
}
