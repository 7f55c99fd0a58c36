package org.karlworkbench.picture;

import java.util.Objects;
import java.util.function.IntFunction;

/**
 * One lane of an address map: things that lie in memory, as plain columns sorted by address.
 *
 * <p>Addresses and sizes are unsigned 64-bit numbers. Things may touch, nest, overlap or have the size 0 (a label; it is
 * shown as one byte). The arrays are kept as they are and must not be changed afterwards.
 */
public final class MapLane {
    private final String name;
    private final long[] address;
    private final long[] size;
    private final int[] colour;
    private final IntFunction<String> label;

    /**
     * Makes a lane of columns of one length.
     *
     * @param name what is written at the left of the lane
     * @param address first byte of each item, ascending as unsigned numbers
     * @param size bytes of each item, unsigned; an item that would reach beyond the last address ends there
     * @param colour {@code 0xRRGGBB} of each item, with {@link Palette#HATCHED} added for a hatched one
     * @param label gives the text inside an item; asked only for items that are wide enough; may give null
     * @throws IllegalArgumentException if the lengths differ or the addresses are not ascending
     */
    public MapLane(String name, long[] address, long[] size, int[] colour, IntFunction<String> label) {
        this.name = Objects.requireNonNull(name, "name");
        this.address = Objects.requireNonNull(address, "address");
        this.size = Objects.requireNonNull(size, "size");
        this.colour = Objects.requireNonNull(colour, "colour");
        this.label = Objects.requireNonNull(label, "label");
        if (size.length != address.length || colour.length != address.length) {
            throw new IllegalArgumentException("columns of different length in lane " + name);
        }
        for (int i = 1; i < address.length; i++) {
            if (Long.compareUnsigned(address[i - 1], address[i]) > 0) {
                throw new IllegalArgumentException("addresses not ascending at row " + i + " of lane " + name);
            }
        }
    }

    /** Returns what is written at the left of the lane. */
    public String name() {
        return name;
    }

    /** Returns the number of items. */
    public int count() {
        return address.length;
    }

    /** Returns the unsigned address of the first byte of item {@code i}. */
    public long address(int i) {
        return address[i];
    }

    /** Returns the size of item {@code i} in bytes, unsigned, as it was given. */
    public long size(int i) {
        return size[i];
    }

    /** Returns the unsigned address of the last byte of item {@code i}; its first one if the size is 0. */
    public long last(int i) {
        if (size[i] == 0) {
            return address[i];
        }
        long last = address[i] + size[i] - 1;
        return Long.compareUnsigned(last, address[i]) < 0 ? -1L : last;
    }

    /** Returns the colour of item {@code i} as {@code 0xRRGGBB}, without {@link Palette#HATCHED}. */
    public int colour(int i) {
        return colour[i] & Palette.RGB;
    }

    /** Tells whether item {@code i} is hatched. */
    public boolean isHatched(int i) {
        return (colour[i] & Palette.HATCHED) != 0;
    }

    /** Returns the text inside item {@code i}, fit for one line; never null. */
    public String label(int i) {
        return Names.clean(label.apply(i));
    }
}
