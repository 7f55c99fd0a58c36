package org.karlworkbench.picture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.karlworkbench.picture.tests.Lanes.lane;
import static org.karlworkbench.picture.tests.Lanes.row;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.karlworkbench.picture.AddressScale;
import org.karlworkbench.picture.Viewport;

class ViewportTest {
    @Test
    void zoomKeepsWhatIsUnderThePointer() {
        Random random = new Random(1);
        Viewport viewport = Viewport.whole(16 << 20, 1400);
        for (int i = 0; i < 5000; i++) {
            double x = random.nextInt(1400);
            Viewport zoomed = viewport.zoomed(x, Math.exp(random.nextDouble() * 2 - 1));
            boolean atBorder = zoomed.from() == 0 || zoomed.to() >= zoomed.length() - 1e-6;
            if (!atBorder) {
                assertEquals(viewport.coordinateAt(x), zoomed.coordinateAt(x), zoomed.bytesPerPixel() * 1e-3);
            }
            viewport = zoomed;
        }
    }

    @Test
    void goesDownToSingleBytesAndNoFurther() {
        Viewport viewport = Viewport.whole(40 << 20, 1280).zoomed(300, 1e12);
        assertEquals(1.0 / Viewport.WIDEST_BYTE, viewport.bytesPerPixel());
        assertEquals(20, viewport.span());
    }

    @Test
    void neverLeavesTheAxis() {
        Random random = new Random(2);
        Viewport viewport = Viewport.whole(1_000_003, 977);
        for (int i = 0; i < 5000; i++) {
            viewport = random.nextBoolean()
                    ? viewport.panned(random.nextInt(8000) - 4000)
                    : viewport.zoomed(random.nextInt(977), 0.5 + random.nextDouble() * 2);
            assertTrue(viewport.from() >= 0 && viewport.to() <= 1_000_003 + 1e-6, viewport.toString());
            assertTrue(viewport.span() > 0);
        }
    }

    @Test
    void senselessNumbersAreBroughtIntoRange() {
        Viewport viewport = new Viewport(Double.NaN, Double.NaN, 0, 0);
        assertEquals(new Viewport(0, 1, 1, 1), viewport);
        assertEquals(100, new Viewport(-5, Double.POSITIVE_INFINITY, 10, 100).span());
    }

    @Test
    void smallAxisFitsWhole() {
        Viewport viewport = Viewport.whole(3, 1000).zoomed(500, 10);
        assertTrue(viewport.isWhole());
        assertEquals(3, viewport.span());
    }

    @Test
    void showingLeavesRoom() {
        Viewport viewport = Viewport.whole(1 << 20, 1000).showing(5000, 6000, 0.5);
        assertEquals(4500, viewport.from(), 1e-6);
        assertEquals(6500, viewport.to(), 1e-6);
        assertTrue(viewport.touches(6499, 6600));
        assertFalse(viewport.touches(6500, 6600));
    }

    @Test
    void revealingMovesNoMoreThanNeeded() {
        Viewport viewport = new Viewport(10_000, 1000, 1000, 1 << 20);
        assertEquals(viewport, viewport.revealing(10_100, 10_200));
        assertEquals(20_050 - 500, viewport.revealing(20_000, 20_100).from(), 1e-6);
        assertEquals(viewport, viewport.revealing(9000, 20_000));
        assertEquals(50_000, viewport.revealing(50_000, 60_000).from());
        Viewport enlarged = viewport.revealing(10_500, 10_502);
        assertEquals(512, enlarged.span(), "what lies around is seen too");
        assertEquals(enlarged, enlarged.revealing(10_500, 10_502), "and it stays");
        assertEquals(enlarged, enlarged.revealing(10_600, 10_602), "for what is beside it too");
        assertTrue(enlarged.bytesPerPixel() < viewport.bytesPerPixel(), "nearer than before");
        assertTrue(enlarged.touches(10_500, 10_502));
    }

    @Test
    void wayFromAddressToPixelAndBack() {
        long start = 0xffffffffff000000L;
        AddressScale scale = AddressScale.of(List.of(lane(row(start, 0x100000), row(start + 0xf00000, 0x100000))));
        Random random = new Random(3);
        for (int i = 0; i < 5000; i++) {
            Viewport viewport = new Viewport(
                    random.nextDouble() * scale.length(),
                    Math.exp(random.nextDouble() * Math.log(scale.length())),
                    1400,
                    scale.length());
            long address = (random.nextBoolean() ? start : start + 0xf00000) + random.nextInt(0x100000);
            double x = viewport.xOf(scale.coordinateOf(address));
            long back = scale.coordinateOf(address) - Math.round(viewport.coordinateAt(x));
            assertEquals(0, back);
            // through whole pixels the way back misses by less than a pixel
            double missed = viewport.coordinateAt(Math.floor(x)) - scale.coordinateOf(address);
            assertTrue(missed <= 1e-6 && missed > -viewport.bytesPerPixel() - 1e-6);
        }
    }

    @Test
    void resizingKeepsTheAddresses() {
        Viewport viewport = new Viewport(1000, 5000, 800, 100_000).resized(1600);
        assertEquals(1000, viewport.from());
        assertEquals(5000, viewport.span());
        assertEquals(1600, viewport.width());
    }
}
