package org.karlworkbench.layout;

import java.nio.ByteBuffer;
import org.karlworkbench.elf.Relocations;

/**
 * The field with the lower bits of an address whose upper ones stand in a {@link PlainField}, in an instruction of its own
 * with a relocation of its own.
 *
 * @param type that relocation's type
 * @param size of the word that holds the field, in bytes, 2 or 4
 * @param mask the bits of the word that are the field's
 * @param signed whether they have a sign, as the upper half was rounded for
 */
record LowerHalf(int type, int size, int mask, boolean signed) {
    /** So many relocations behind the upper half the lower one is looked for. */
    private static final int NEAR = 32;

    /** The row of a table, not far behind, that writes the rest of what an upper half's row writes; -1 if there is none. */
    int find(Relocations table, int upper, PlainField.From from) {
        int end = Math.min(table.count(), upper + NEAR);
        for (int row = upper + 1; row < end; row++) {
            if (table.type(row) == type
                    && table.symbol(row) == table.symbol(upper)
                    && distance(table, row, from) == distance(table, upper, from)) {
                return row;
            }
        }
        return -1;
    }

    /** The addend; of what counts from its own place less that place, since two halves have two. */
    private static long distance(Relocations table, int row, PlainField.From from) {
        return table.addend(row) - (from == PlainField.From.PLACE ? table.offset(row) : 0);
    }

    /** The number that the field holds. */
    long read(ByteBuffer bytes, int at) {
        int word = (size == Short.BYTES ? bytes.getShort(at) : bytes.getInt(at)) & mask;
        int unused = Integer.numberOfLeadingZeros(mask);
        int number = signed ? word << unused >> unused : word;
        return number >> Integer.numberOfTrailingZeros(mask);
    }
}
