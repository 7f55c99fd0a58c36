package org.karlworkbench.picture;

/**
 * A range of addresses that is marked over all lanes: what lies there looks faded, with a bar of a colour below.
 *
 * @param first its first address, unsigned
 * @param last its last address, unsigned
 * @param colour of the bar, {@code 0xRRGGBB}
 * @param words what it means, for the legend; empty for nothing there
 */
public record MapMark(long first, long last, int colour, String words) {
    /** Refuses a range that ends before it begins. */
    public MapMark {
        if (Long.compareUnsigned(last, first) < 0) {
            throw new IllegalArgumentException("the mark ends before it begins");
        }
    }

    /** Tells whether an address lies in the range. */
    public boolean contains(long address) {
        return Long.compareUnsigned(address - first, last - first) <= 0;
    }
}
