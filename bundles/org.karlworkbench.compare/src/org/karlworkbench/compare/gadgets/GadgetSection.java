package org.karlworkbench.compare.gadgets;

import java.util.BitSet;

/**
 * One executable section and the gadgets that begin in it.
 *
 * @param index the section's index
 * @param name its name
 * @param address where it lies
 * @param bytes what is in it; not to be changed
 * @param lengths for each offset how many bytes the gadget has that begins there, its last instruction included; 0 where
 *     none begins; not to be changed
 * @param boundaries the offsets at which the compiler's instructions begin; null where no symbol says where to begin; not to be changed
 */
public record GadgetSection(int index, String name, long address, byte[] bytes, byte[] lengths, BitSet boundaries) {
    /** Whether a gadget begins at an offset. */
    public boolean isGadget(int offset) {
        return lengths[offset] != 0;
    }

    /** How many gadgets begin in it. */
    long candidates() {
        long count = 0;
        for (byte length : lengths) {
            count += length == 0 ? 0 : 1;
        }
        return count;
    }

    /** How many of them begin where an instruction of the compiler's code does. */
    long intended() {
        return boundaries == null
                ? 0
                : boundaries.stream().filter(offset -> lengths[offset] != 0).count();
    }

    /** The offset of an address, or -1 where it lies elsewhere. */
    int offset(long at) {
        long offset = at - address;
        return Long.compareUnsigned(offset, bytes.length) < 0 ? (int) offset : -1;
    }
}
