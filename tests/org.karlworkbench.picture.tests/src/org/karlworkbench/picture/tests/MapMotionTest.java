package org.karlworkbench.picture.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.karlworkbench.picture.MapLane;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.picture.MapMotion;
import org.karlworkbench.picture.Palette;

/** Things in two orders, with gaps of other sizes between, and what is seen on the way from the one to the other. */
class MapMotionTest {
    private static final long PAGE = 4096;
    private static final long KERNEL = 0xffffffff81000000L;

    private final Random random = new Random();

    /** Things at places, by name. */
    private record Order(TreeMap<Long, String> names, TreeMap<String, Long> places, MapModel model) {
        static Order of(List<String> names, Random random) {
            TreeMap<Long, String> byPlace = new TreeMap<>();
            TreeMap<String, Long> places = new TreeMap<>();
            long next = KERNEL;
            for (String name : names) {
                next += 16 * (1 + random.nextInt(200));
                byPlace.put(next, name);
                places.put(name, next);
            }
            long[] addresses =
                    byPlace.keySet().stream().mapToLong(Long::longValue).toArray();
            long[] sizes = Arrays.stream(addresses).map(_ -> 8).toArray();
            int[] colours = IntStream.range(0, sizes.length)
                    .map(i -> i | (i % 2 == 0 ? Palette.HATCHED : 0))
                    .toArray();
            List<String> labels = List.copyOf(byPlace.values());
            MapLane lane = new MapLane("things", addresses, sizes, colours, labels::get);
            return new Order(byPlace, places, MapModel.of(List.of(lane), PAGE));
        }

        int row(String name) {
            return places.containsKey(name) ? names.headMap(places.get(name)).size() : -1;
        }
    }

    private static MapMotion motion(Order a, Order b) {
        int[] partners = b.names().values().stream().mapToInt(a::row).toArray();
        return new MapMotion(a.model(), b.model(), List.of(partners));
    }

    private Order shuffled(List<String> names) {
        List<String> order = new ArrayList<>(names);
        Collections.shuffle(order, random);
        return Order.of(order, random);
    }

    @RepeatedTest(20)
    void everythingIsBetweenItsTwoPlacesAndNothingElseIsSeen() {
        List<String> names = IntStream.range(0, 300).mapToObj(i -> "thing" + i).toList();
        Order a = shuffled(names.subList(0, 290));
        Order b = shuffled(names.subList(10, 300));
        MapMotion motion = motion(a, b);
        for (double share : new double[] {0, 0.25, 0.5, random.nextDouble(), 1}) {
            MapMotion.Frame frame = motion.at(share);
            MapLane lane = frame.model().lane(0);
            assertEquals(280, lane.count());
            int[] rows = frame.rows(0, 290);
            for (int row = 0; row < lane.count(); row++) {
                String name = lane.label(row);
                long from = a.places().get(name);
                long way = b.places().get(name) - from;
                assertEquals(from + Math.round(way * share), lane.address(row), name);
                int later = b.row(name);
                assertEquals(later, frame.items().getFirst()[row]);
                assertEquals(row, rows[later]);
                assertEquals(b.model().lane(0).colour(later), lane.colour(row));
                assertEquals(b.model().lane(0).isHatched(later), lane.isHatched(row));
            }
            assertEquals(10, Arrays.stream(rows).filter(row -> row < 0).count());
        }
        assertSame(b.model(), motion.to());
    }

    @Test
    void theFirstFrameIsTheEarlierMapAndTheLastTheLaterOne() {
        List<String> names = IntStream.range(0, 50).mapToObj(i -> "thing" + i).toList();
        Order a = shuffled(names);
        Order b = shuffled(names);
        assertArrayEquals(addresses(a.model()), addresses(motion(a, b).at(0).model()));
        assertArrayEquals(addresses(b.model()), addresses(motion(a, b).at(1).model()));
    }

    private static long[] addresses(MapModel model) {
        return IntStream.range(0, model.lane(0).count())
                .mapToLong(model.lane(0)::address)
                .toArray();
    }

    /** Both maps have their own axis; on the way there is one that reaches over both. */
    @Test
    void theAxisReachesOverBoth() {
        Order a = Order.of(List.of("x", "y"), random);
        Order b = shuffled(IntStream.range(0, 100).mapToObj(i -> "z" + i).toList());
        MapModel frame = motion(a, b).at(0.5).model();
        assertTrue(frame.scale().length() >= b.model().scale().length());
        assertTrue(frame.scale().length() >= a.model().scale().length());
        Order c = Order.of(List.of("y", "x"), random);
        List<MapModel> one = MapModel.onOneScale(a.model(), c.model());
        MapMotion same = new MapMotion(one.getFirst(), one.getLast(), List.of(new int[] {1, 0}));
        assertSame(one.getLast().scale(), same.at(0.5).model().scale());
    }

    @Test
    void partnersMustBeAsManyAsItems() {
        Order a = Order.of(List.of("x", "y"), random);
        assertThrows(IllegalArgumentException.class, () -> new MapMotion(a.model(), a.model(), List.of(new int[] {0})));
    }
}
