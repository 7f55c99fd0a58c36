package org.karlworkbench.linker;

/**
 * Things of one layout in columns of one length, ascending by unsigned address.
 *
 * @param numbers what each is, the same number in all layouts of one {@link BuiltInLinker}
 * @param addresses the first byte of each
 * @param sizes in bytes; 0 for labels
 */
public record LinkedColumns(int[] numbers, long[] addresses, long[] sizes) {
    /** How many there are. */
    public int count() {
        return numbers.length;
    }
}
