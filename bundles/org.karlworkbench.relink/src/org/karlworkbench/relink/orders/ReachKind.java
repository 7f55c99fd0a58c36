package org.karlworkbench.relink.orders;

import java.util.Set;

/**
 * A kind of relocation whose field does not reach everywhere.
 *
 * @param number its number in the ABI
 * @param name its name there
 * @param bits the width of the field
 * @param unit what it counts, in bytes
 * @param signed whether it reaches to both sides
 * @param from what the distance is measured from
 * @param stubs the linkers that put code in between where a target lies too far away
 */
record ReachKind(int number, String name, int bits, long unit, boolean signed, From from, Set<String> stubs) {
    /** From where a field counts. */
    enum From {
        /** The field's own address. */
        PC,
        /** The field's own address, and it leads to a word of the GOT. */
        GOT,
        /** The global pointer. */
        GP,
        /** Address 0. */
        ABS,
        /** The start of the region in which the field lies. */
        REGION
    }

    /** The least distance. */
    long least() {
        return signed ? -(unit << bits - 1) : 0;
    }

    /** The largest distance, and for a region its last byte. */
    long most() {
        return signed ? (1L << bits - 1) * unit - unit : (1L << bits) * unit - unit;
    }
}
