package org.karlworkbench.verify;

/** The words of a kernel's GOT and its kin by what they hold. */
final class Slots {
    private final long[] addresses;
    private final long[] values;
    private LongIndex byValue;
    private int count;
    private int last;

    /**
     * Makes room.
     *
     * @param count how many words will be added
     */
    Slots(int count) {
        addresses = new long[count];
        values = new long[count];
    }

    /** Adds a word; all have to be added before the first is looked for. */
    void add(long address, long value) {
        addresses[count] = address;
        values[count++] = value;
    }

    /** The address of the first word that holds a value, or {@link SymbolValues#UNKNOWN}. */
    long first(long value) {
        if (byValue == null) {
            byValue = new LongIndex(values);
        }
        last = byValue.first(value);
        return address();
    }

    /** The address of the next word that holds what {@link #first} looked for, or {@link SymbolValues#UNKNOWN}. */
    long next() {
        last = byValue.next(last);
        return address();
    }

    private long address() {
        return last == LongIndex.NONE ? SymbolValues.UNKNOWN : addresses[last];
    }
}
