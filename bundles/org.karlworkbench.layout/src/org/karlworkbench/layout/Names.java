package org.karlworkbench.layout;

import java.util.Arrays;

/** Numbers for names: each different name once, in the order of first use. Open addressing, no object for an entry. */
final class Names {
    private String[] names = new String[64];
    private int[] slots = new int[256];
    private int count;

    Names() {
        Arrays.fill(slots, -1);
    }

    /** The number of a name, new if it was not seen before. */
    int number(String name) {
        int slot = slot(name);
        if (slots[slot] >= 0) {
            return slots[slot];
        }
        if (count == names.length) {
            grow();
            slot = slot(name);
        }
        slots[slot] = count;
        names[count] = name;
        return count++;
    }

    /** The number of a name, or -1. */
    int find(String name) {
        return slots[slot(name)];
    }

    String name(int number) {
        return names[number];
    }

    int count() {
        return count;
    }

    String[] toArray() {
        return Arrays.copyOf(names, count);
    }

    private int slot(String name) {
        int hash = name.hashCode() * 0x9e3779b9;
        int slot = hash >>> Integer.numberOfLeadingZeros(slots.length - 1);
        while (slots[slot] >= 0 && !names[slots[slot]].equals(name)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void grow() {
        names = Arrays.copyOf(names, Math.multiplyExact(count, 2));
        slots = new int[Math.multiplyExact(names.length, 4)];
        Arrays.fill(slots, -1);
        for (int number = 0; number < count; number++) {
            slots[slot(names[number])] = number;
        }
    }
}
