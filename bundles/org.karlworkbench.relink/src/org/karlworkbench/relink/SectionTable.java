package org.karlworkbench.relink;

import java.util.Arrays;

/** From (object, section name), both as numbers, to a number: open addressing, no object for an entry. */
final class SectionTable {
    private static final long FREE = -1;

    private long[] keys = filled(1024);
    private int[] values = new int[1024];
    private int count;

    /** Adds an entry whose key is new. */
    void put(int object, int name, int value) {
        if (2 * ++count > keys.length) {
            grow();
        }
        int slot = slot(key(object, name));
        keys[slot] = key(object, name);
        values[slot] = value;
    }

    /** The value of a key, or -1. */
    int get(int object, int name) {
        int slot = slot(key(object, name));
        return keys[slot] == FREE ? -1 : values[slot];
    }

    private int slot(long key) {
        long mixed = key * 0x9e3779b97f4a7c15L;
        int slot = (int) (mixed >>> 32) & keys.length - 1;
        while (keys[slot] != FREE && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = filled(2 * oldKeys.length);
        values = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    private static long key(int object, int name) {
        return (long) object << 32 | name;
    }

    private static long[] filled(int length) {
        long[] keys = new long[length];
        Arrays.fill(keys, FREE);
        return keys;
    }
}
