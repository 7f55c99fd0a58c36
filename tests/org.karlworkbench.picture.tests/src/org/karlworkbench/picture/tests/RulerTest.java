package org.karlworkbench.picture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.karlworkbench.picture.tests.Lanes.lane;
import static org.karlworkbench.picture.tests.Lanes.row;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.karlworkbench.picture.AddressScale;
import org.karlworkbench.picture.Ruler;
import org.karlworkbench.picture.Viewport;

class RulerTest {
    private static final long START = 0xffffffff81000123L;

    @Test
    void ticksAreRoundAndApart() {
        AddressScale scale = AddressScale.of(List.of(lane(row(START, 0x500000), row(START + 0x800000, 0x100000))));
        Viewport viewport = Viewport.whole(scale.length(), 1300);
        for (; viewport.bytesPerPixel() > 0.05; viewport = viewport.zoomed(700, 1.9)) {
            List<Ruler.Tick> ticks = Ruler.ticks(scale, viewport, 120);
            assertFalse(ticks.isEmpty());
            assertTrue(ticks.size() <= 1300 / 120 + 1);
            long step = Long.highestOneBit((long) Math.max(1, 120 * viewport.bytesPerPixel()));
            for (int i = 0; i < ticks.size(); i++) {
                Ruler.Tick tick = ticks.get(i);
                boolean start = tick.address() == START || tick.address() == START + 0x800000;
                assertTrue(start || tick.address() % step == 0, tick + " step " + step);
                assertEquals(Math.round(viewport.xOf(scale.coordinateOf(tick.address()))), tick.x());
                assertTrue(i == 0 || tick.x() - ticks.get(i - 1).x() >= 120);
            }
        }
    }

    @Test
    void lastPageOfTheAddressSpaceHasTicks() {
        AddressScale scale = AddressScale.of(List.of(lane(row(-4096, 4096))));
        List<Ruler.Tick> ticks = Ruler.ticks(scale, Viewport.whole(scale.length(), 1024), 128);
        assertEquals(8, ticks.size());
        assertEquals(-512L, ticks.getLast().address());
    }

    @Test
    void pageLinesOnlyWhenNear() {
        AddressScale scale = AddressScale.of(List.of(lane(row(START, 0x100000))));
        Viewport whole = Viewport.whole(scale.length(), 1000);
        assertTrue(Ruler.lines(scale, whole, 4096, 12).isEmpty());
        Viewport near = whole.showing(0, 16 * 4096, 0);
        List<Integer> lines = Ruler.lines(scale, near, 4096, 12);
        assertEquals(16, lines.size());
        assertEquals(Math.round((4096 - 0x123) / near.bytesPerPixel()), (long) lines.getFirst());
    }

    @Test
    void thousandsOfAreasGiveNoMoreThanThePixels() {
        long[][] rows = new long[100_000][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(i * 0x1000_0000L, 3);
        }
        AddressScale scale = AddressScale.of(List.of(lane(rows)));
        Viewport viewport = Viewport.whole(scale.length(), 900);
        assertTrue(Ruler.ticks(scale, viewport, 100).size() <= 10);
        assertTrue(Ruler.lines(scale, viewport.zoomed(10, 1e9), 1, 12).size() <= 900 / 12);
    }
}
