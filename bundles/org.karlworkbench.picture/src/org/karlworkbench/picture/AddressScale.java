package org.karlworkbench.picture;

import java.util.Arrays;
import java.util.List;

/**
 * The address axis of a map with its big holes folded: it gives each unsigned 64-bit address a <em>coordinate</em> from
 * 0 to {@link #length()}, and back.
 *
 * <p>The axis consists of areas, where one byte is one coordinate and the way there and back is exact, and between
 * neighbouring areas of folds: holes that no item covers, shrunk to a small width. Within a fold the coordinate still
 * grows with the address, but many addresses share one coordinate. Coordinates stay below {@link #LONGEST}, so that a
 * {@code double} holds them with a fraction of a byte; what lying files claim beyond that is cut off at the end.
 */
public final class AddressScale {
    /** The most bytes that can be shown on one axis, 256 TiB. */
    public static final long LONGEST = 1L << 48;

    private static final long SMALLEST_HOLE = 64;
    private static final long SMALLEST_FOLD = 16;

    private final long[] first; // address of the first byte of each area
    private final long[] last; // address of its last byte
    private final long[] start; // its coordinate; start[areas] = length
    private final long length;

    private AddressScale(long[] first, long[] last, long[] start) {
        this.first = first;
        this.last = last;
        this.start = start;
        this.length = start[first.length];
    }

    /**
     * Makes the axis on which all items of some lanes can be shown.
     *
     * @param lanes the lanes of one map, or of several maps that share an axis
     * @return the axis; of length 0 if there is no item
     */
    public static AddressScale of(List<MapLane> lanes) {
        AddressUnion union = AddressUnion.of(lanes);
        long bytes = union.bytes(LONGEST / 2);
        long smallestHole = Math.max(SMALLEST_HOLE, bytes / 32);
        int folds = 0;
        for (int run = 0; run + 1 < union.count(); run++) {
            if (Long.compareUnsigned(union.holeAfter(run), smallestHole) > 0) {
                folds++;
            }
        }
        // all folds together take at most a quarter of the picture, a few of them a small part of it
        long fold = Math.max(SMALLEST_FOLD, bytes / (40 + 4L * folds));
        return build(union, folds, smallestHole, fold);
    }

    private static AddressScale build(AddressUnion union, int folds, long smallestHole, long fold) {
        int areas = union.count() == 0 ? 0 : folds + 1;
        long[] first = new long[areas];
        long[] last = new long[areas];
        long[] start = new long[areas + 1];
        int area = -1;
        for (int run = 0; run < union.count(); run++) {
            if (run == 0 || Long.compareUnsigned(union.holeAfter(run - 1), smallestHole) > 0) {
                area++;
                long from = area == 0 ? 0 : start[area] + fold;
                if (from >= LONGEST) {
                    return cut(first, last, start, area);
                }
                start[area] = from;
                first[area] = union.first(run);
            }
            long less = Math.min(LONGEST - start[area] - 1, nonNegative(union.last(run) - first[area]));
            last[area] = first[area] + less;
            start[area + 1] = start[area] + less + 1;
        }
        return new AddressScale(first, last, start);
    }

    private static AddressScale cut(long[] first, long[] last, long[] start, int areas) {
        return new AddressScale(
                Arrays.copyOf(first, areas), Arrays.copyOf(last, areas), Arrays.copyOf(start, areas + 1));
    }

    private static long nonNegative(long unsigned) {
        return unsigned < 0 ? Long.MAX_VALUE : unsigned;
    }

    /** Returns the number of coordinates, from 0 to {@link #LONGEST}. */
    public long length() {
        return length;
    }

    /** Returns the number of areas; between two neighbours lies a fold. */
    public int areas() {
        return first.length;
    }

    /** Returns the unsigned address of the first byte of an area. */
    public long firstAddress(int area) {
        return first[area];
    }

    /** Returns the unsigned address of the last byte of an area. */
    public long lastAddress(int area) {
        return last[area];
    }

    /** Returns the coordinate of the first byte of an area. */
    public long areaStart(int area) {
        return start[area];
    }

    /** Returns the coordinate after the last byte of an area: where the fold after it begins. */
    public long areaEnd(int area) {
        return start[area] + (last[area] - first[area]) + 1;
    }

    /** Returns how many bytes the fold after an area hides, unsigned; 0 after the last area. */
    public long hiddenAfter(int area) {
        return area + 1 < first.length ? first[area + 1] - last[area] - 1 : 0;
    }

    /**
     * Returns the area that a coordinate lies in, or the area before the fold that it lies in.
     *
     * @return an area's number, -1 only if there is none
     */
    public int areaAt(long coordinate) {
        int found = Arrays.binarySearch(start, 0, first.length, coordinate);
        return Math.max(found < 0 ? -found - 2 : found, Math.min(0, first.length - 1));
    }

    /** Tells whether a coordinate lies in a fold. */
    public boolean isFolded(long coordinate) {
        int area = areaAt(coordinate);
        return area >= 0 && area + 1 < first.length && coordinate >= areaEnd(area);
    }

    /**
     * Returns the coordinate of an address: exact inside areas, within folds the one that stands for it, 0 for what
     * lies before the first area and {@link #length()} for what lies after the last one.
     */
    public long coordinateOf(long address) {
        int area = areaOf(address);
        if (area < 0) {
            return 0;
        }
        if (Long.compareUnsigned(address, last[area]) <= 0) {
            return start[area] + (address - first[area]);
        }
        if (area + 1 == first.length) {
            return length;
        }
        long inside = Long.divideUnsigned(address - last[area] - 1, bytesPerFoldStep(area));
        long end = areaEnd(area);
        return end + Long.min(nonNegative(inside), start[area + 1] - end - 1);
    }

    /**
     * Returns the address of a coordinate, the first one that a step of a fold stands for.
     *
     * @param coordinate any number; it is brought into the range of the axis
     * @return an unsigned address, 0 if there is no area
     */
    public long addressAt(long coordinate) {
        if (first.length == 0) {
            return 0;
        }
        long inRange = Math.clamp(coordinate, 0, length - 1);
        int area = areaAt(inRange);
        long end = areaEnd(area);
        if (inRange < end) {
            return first[area] + (inRange - start[area]);
        }
        return last[area] + 1 + (inRange - end) * bytesPerFoldStep(area);
    }

    private long bytesPerFoldStep(int area) {
        return Long.divideUnsigned(hiddenAfter(area), start[area + 1] - areaEnd(area));
    }

    /** Returns the last area that starts at or before an address, -1 if none does. */
    private int areaOf(long address) {
        int low = 0;
        int high = first.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(first[middle], address) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
