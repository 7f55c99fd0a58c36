package org.karlworkbench.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The way from one map to another: each thing that both have goes straight from where it was to where it will be, and so does
 * its size. What only one of them has is not on the way. Immutable; a frame costs O(n log n) for n items.
 */
public final class MapMotion {
    private static final int ROW_BITS = 24;

    private final MapModel to;
    private final MapModel axis;
    private final List<Way> ways = new ArrayList<>();

    /**
     * The items of a lane that move.
     *
     * @param items their numbers in the later map
     * @param addresses where they were
     * @param sizes how large they were
     */
    private record Way(int[] items, long[] addresses, long[] sizes) {}

    /**
     * What is seen at a moment of the way.
     *
     * @param model the map
     * @param items for each lane and each item of it, in the frame's order, its number in the later map
     */
    public record Frame(MapModel model, List<int[]> items) {
        /**
         * Where the items of the later map are in this frame.
         *
         * @param lane the lane
         * @param count how many the later map has
         * @return for each its number in the frame, or -1 where it is not on the way
         */
        public int[] rows(int lane, int count) {
            int[] rows = new int[count];
            Arrays.fill(rows, -1);
            int[] numbers = items.get(lane);
            for (int row = 0; row < numbers.length; row++) {
                rows[numbers[row]] = row;
            }
            return rows;
        }
    }

    /**
     * The way between two maps of the same lanes.
     *
     * @param from the earlier map
     * @param to the later map; things have its colours and labels all the way
     * @param partners for each lane and each item of the later map, the item of the earlier one that it was, or -1
     * @throws IllegalArgumentException if lanes or items are not as many as the maps have, or more than 2²⁴ in a lane
     */
    public MapMotion(MapModel from, MapModel to, List<int[]> partners) {
        this.to = to;
        axis = from.scale() == to.scale() ? to : MapModel.onOneScale(from, to).getLast();
        for (int lane = 0; lane < to.lanes().size(); lane++) {
            ways.add(way(from.lane(lane), to.lane(lane), partners.get(lane)));
        }
    }

    private static Way way(MapLane from, MapLane to, int[] partners) {
        if (partners.length != to.count() || partners.length >>> ROW_BITS != 0) {
            throw new IllegalArgumentException(
                    partners.length + " partners of " + to.count() + " items in " + to.name());
        }
        int[] items = IntStream.range(0, partners.length)
                .filter(item -> partners[item] >= 0)
                .toArray();
        return new Way(
                items,
                Arrays.stream(items)
                        .mapToLong(item -> from.address(partners[item]))
                        .toArray(),
                Arrays.stream(items)
                        .mapToLong(item -> from.size(partners[item]))
                        .toArray());
    }

    /** The map at the end of the way. */
    public MapModel to() {
        return to;
    }

    /**
     * A frame.
     *
     * @param share of the way that is behind, from 0 to 1
     */
    public Frame at(double share) {
        List<MapLane> lanes = new ArrayList<>();
        List<int[]> items = new ArrayList<>();
        for (int lane = 0; lane < ways.size(); lane++) {
            MapLane later = to.lane(lane);
            Way way = ways.get(lane);
            long[] addresses = new long[way.items().length];
            long[] sizes = new long[addresses.length];
            for (int i = 0; i < addresses.length; i++) {
                addresses[i] = between(way.addresses()[i], later.address(way.items()[i]), share);
                sizes[i] = between(way.sizes()[i], later.size(way.items()[i]), share);
            }
            int[] order = ascending(addresses);
            items.add(Arrays.stream(order).map(i -> way.items()[i]).toArray());
            lanes.add(lane(later, items.getLast(), pick(addresses, order), pick(sizes, order)));
        }
        return new Frame(axis.withLanes(lanes), items);
    }

    private static MapLane lane(MapLane later, int[] items, long[] addresses, long[] sizes) {
        for (int i = 1; i < addresses.length; i++) { // what no pixel could show may lie a little off
            addresses[i] = Long.compareUnsigned(addresses[i - 1], addresses[i]) > 0 ? addresses[i - 1] : addresses[i];
        }
        int[] colours = Arrays.stream(items)
                .map(item -> later.colour(item) | (later.isHatched(item) ? Palette.HATCHED : 0))
                .toArray();
        return new MapLane(later.name(), addresses, sizes, colours, row -> later.label(items[row]));
    }

    private static long between(long from, long to, double share) {
        return from + Math.round((to - from) * share);
    }

    /** The order by address: by as many of its highest bits as have room beside a row's number in one word. */
    private static int[] ascending(long[] addresses) {
        long least = Arrays.stream(addresses).reduce(-1, (a, b) -> Long.compareUnsigned(a, b) < 0 ? a : b);
        long span = Arrays.stream(addresses).reduce(0, (a, b) -> a | b - least);
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(span) + ROW_BITS + 1 - Long.SIZE);
        long[] keys = new long[addresses.length];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = addresses[row] - least >>> shift << ROW_BITS | row;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys)
                .mapToInt(key -> (int) key & (1 << ROW_BITS) - 1)
                .toArray();
    }

    private static long[] pick(long[] values, int[] order) {
        return Arrays.stream(order).mapToLong(i -> values[i]).toArray();
    }
}
