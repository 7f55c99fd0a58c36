package org.karlworkbench.picture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.karlworkbench.picture.tests.Lanes.lane;
import static org.karlworkbench.picture.tests.Lanes.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.picture.AddressScale;
import org.karlworkbench.picture.MapLane;

class AddressScaleTest {
    private static final long KERNEL = 0xffffffff81000000L;

    @Test
    void holeOfTwoMebibytesIsFolded() {
        AddressScale scale = AddressScale.of(List.of(lane(row(KERNEL, 0x100000), row(KERNEL + 0x400000, 0x80000))));
        assertEquals(2, scale.areas());
        assertEquals(0x300000, scale.hiddenAfter(0));
        assertEquals(0, scale.hiddenAfter(1));
        assertTrue(scale.length() < 0x100000 + 0x80000 + 0x20000, "length " + scale.length());
        assertTrue(scale.isFolded(scale.areaEnd(0)));
        assertFalse(scale.isFolded(scale.areaEnd(0) - 1));
        assertFalse(scale.isFolded(scale.areaStart(1)));
    }

    @Test
    void smallHolesStayAsTheyAre() {
        AddressScale scale = AddressScale.of(List.of(lane(row(0x1000, 0x1000), row(0x2010, 0x1000))));
        assertEquals(1, scale.areas());
        assertEquals(0x2010, scale.length());
        assertFalse(scale.isFolded(0x1005));
    }

    @Test
    void lanesShareTheAxis() {
        AddressScale scale = AddressScale.of(List.of(
                lane(row(0x1000, 0x100)), lane(row(0x1100, 0x100), row(0x9000, 0x100)), lane(row(0x10f0, 0x20))));
        assertEquals(2, scale.areas());
        assertEquals(0x11ffL, scale.lastAddress(0));
        assertEquals(0x9000L, scale.firstAddress(1));
    }

    @Test
    void nothingHasNoLength() {
        AddressScale scale = AddressScale.of(List.of());
        assertEquals(0, scale.length());
        assertEquals(0, scale.coordinateOf(42));
        assertEquals(0, scale.addressAt(42));
        assertEquals(-1, scale.areaAt(0));
        assertFalse(scale.isFolded(0));
    }

    @Test
    void endOfTheAddressSpace() {
        AddressScale scale = AddressScale.of(List.of(lane(row(0, 16), row(-32, 32))));
        assertEquals(2, scale.areas());
        assertEquals(-1L, scale.lastAddress(1));
        assertEquals(scale.length() - 1, scale.coordinateOf(-1));
        assertEquals(-1L, scale.addressAt(scale.length() - 1));
        assertEquals(-1L, scale.addressAt(Long.MAX_VALUE));
        assertEquals(0L, scale.addressAt(-5));
        assertEquals(15, scale.coordinateOf(15));
        assertTrue(scale.isFolded(scale.coordinateOf(Long.MIN_VALUE)));
    }

    @Test
    void wrappingSizesEndAtTheLastAddress() {
        AddressScale scale = AddressScale.of(List.of(lane(row(-4096, -1))));
        assertEquals(4096, scale.length());
        assertEquals(-1L, scale.lastAddress(0));
    }

    @Test
    void whatLyingSizesClaimIsCutOff() {
        AddressScale scale = AddressScale.of(List.of(lane(row(0x1000, Long.MIN_VALUE), row(-4096, 4096))));
        assertEquals(AddressScale.LONGEST, scale.length());
        assertEquals(0, scale.coordinateOf(0x1000));
        assertEquals(scale.length(), scale.coordinateOf(-1));
        assertEquals(0x1000 + AddressScale.LONGEST - 1, scale.addressAt(scale.length()));
    }

    @Test
    void manyFoldsTakeAtMostAFifthOfTheAxis() {
        long[][] rows = new long[500][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(i * 0x1_0000_0000L, 4096);
        }
        AddressScale scale = AddressScale.of(List.of(lane(rows)));
        assertEquals(500, scale.areas());
        assertTrue(scale.length() <= 500 * 4096 * 5L / 4, "length " + scale.length());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0x1000, 0x7fff_ffff_ffff_0000L, 0xffff_ffff_8100_0000L, 0xffff_ffff_ff00_0000L})
    void wayThereAndBackIsExactInAreas(long start) {
        Random random = new Random(start);
        for (int round = 0; round < 50; round++) {
            MapLane lane = scattered(random, start);
            AddressScale scale = AddressScale.of(List.of(lane));
            for (int i = 0; i < lane.count(); i++) {
                for (long address : new long[] {lane.address(i), lane.last(i)}) {
                    assertEquals(address, scale.addressAt(scale.coordinateOf(address)));
                }
            }
        }
    }

    @Test
    void coordinatesComeBackFromFoldsToo() {
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            AddressScale scale = AddressScale.of(List.of(scattered(random, KERNEL)));
            for (int i = 0; i < 500; i++) {
                long coordinate = random.nextLong(scale.length());
                assertEquals(coordinate, scale.coordinateOf(scale.addressAt(coordinate)));
            }
        }
    }

    @Test
    void coordinatesGrowWithAddresses() {
        Random random = new Random(8);
        for (int round = 0; round < 50; round++) {
            AddressScale scale = AddressScale.of(List.of(scattered(random, KERNEL)));
            List<Long> addresses = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                addresses.add(KERNEL - 1000 + random.nextLong(0x700_0000));
            }
            addresses.sort(Long::compareUnsigned);
            long before = 0;
            for (long address : addresses) {
                long coordinate = scale.coordinateOf(address);
                assertTrue(coordinate >= before && coordinate <= scale.length());
                before = coordinate;
            }
        }
    }

    private static MapLane scattered(Random random, long start) {
        long[] offsets = new long[1 + random.nextInt(30)];
        Arrays.setAll(offsets, _ -> random.nextLong(0x60_0000));
        Arrays.sort(offsets);
        return lane(Arrays.stream(offsets)
                .mapToObj(offset -> row(start + offset, random.nextInt(0x4000)))
                .toArray(long[][]::new));
    }
}
