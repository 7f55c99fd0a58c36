package org.karlworkbench.picture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.karlworkbench.picture.tests.Lanes.lane;
import static org.karlworkbench.picture.tests.Lanes.model;
import static org.karlworkbench.picture.tests.Lanes.row;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.karlworkbench.picture.Highlight;
import org.karlworkbench.picture.Hit;
import org.karlworkbench.picture.LaneRun;
import org.karlworkbench.picture.MapGeometry;
import org.karlworkbench.picture.MapLane;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.picture.MapPainter;
import org.karlworkbench.picture.MapStyle;
import org.karlworkbench.picture.TextMeasure;
import org.karlworkbench.picture.Viewport;

class LaneRunTest {
    private static final long START = 0xffffffff81000000L;

    @Test
    void byteByByteEachItemIsWhereItLies() {
        Random random = new Random(1);
        for (int round = 0; round < 300; round++) {
            MapLane lane = Lanes.heap(random, START, 60, 1 + random.nextInt(12));
            MapModel model = model(lane);
            // one pixel for each byte
            int length = (int) model.scale().length();
            Viewport viewport = Viewport.whole(length, length);
            int[] seen = painted(LaneRun.of(model, 0, viewport, Highlight.NONE), length);
            for (int x = 0; x < length; x++) {
                long address = model.scale().addressAt(x);
                int expected = model.scale().isFolded(x) ? -1 : topmost(lane, address);
                assertEquals(expected, seen[x], "round " + round + " byte " + x);
                assertEquals(expected, model.itemAt(0, address));
            }
        }
    }

    /** Looks at every item: the one that starts last, of those the shortest with a size, of those the first. */
    private static int topmost(MapLane lane, long address) {
        int best = -1;
        for (int i = 0; i < lane.count(); i++) {
            boolean covers = Long.compareUnsigned(lane.address(i), address) <= 0
                    && Long.compareUnsigned(address, lane.last(i)) <= 0;
            if (covers && !hidden(lane, i) && (best < 0 || above(lane, i, best))) {
                best = i;
            }
        }
        return best;
    }

    private static boolean hidden(MapLane lane, int item) {
        for (int i = 0; i < lane.count(); i++) {
            if (lane.size(item) == 0 && lane.size(i) != 0 && lane.address(i) == lane.address(item)) {
                return true;
            }
        }
        return false;
    }

    private static boolean above(MapLane lane, int a, int b) {
        return lane.address(a) != lane.address(b) || Long.compareUnsigned(lane.size(a), lane.size(b)) < 0;
    }

    private static int[] painted(List<LaneRun> runs, int width) {
        int[] item = new int[width];
        Arrays.fill(item, -1);
        int end = 0;
        for (LaneRun run : runs) {
            assertTrue(run.x() >= end && run.width() >= 1 && run.x() + run.width() <= width, run.toString());
            assertTrue(run.coverage() > 0 && run.coverage() <= 1, run.toString());
            Arrays.fill(item, run.x(), run.x() + run.width(), run.item());
            end = run.x() + run.width();
        }
        return item;
    }

    @Test
    void hitsEqualWhatIsPainted() {
        Random random = new Random(2);
        for (int round = 0; round < 40; round++) {
            MapLane lane = random.nextBoolean()
                    ? Lanes.heap(random, START, 100_000, 3000)
                    : Lanes.chain(random, START, 3000, 64);
            MapModel model = model(lane);
            Highlight highlight = random.nextBoolean() ? Highlight.NONE : someLit(random, model);
            int width = 200 + random.nextInt(600);
            TextMeasure measure = TextMeasure.average();
            MapGeometry geometry = MapGeometry.of(model, width, 200, 100, measure);
            Viewport viewport = new Viewport(
                    random.nextDouble() * model.scale().length(),
                    Math.exp(random.nextDouble() * Math.log(model.scale().length())),
                    geometry.windowWidth(),
                    model.scale().length());
            MapPainter painter = new MapPainter(model, MapStyle.LIGHT, measure, highlight);
            int[] painted = painted(LaneRun.of(model, 0, viewport, highlight), viewport.width());
            for (int x = 0; x < painted.length; x++) {
                Hit hit = painter.at(viewport, geometry, geometry.left() + x, geometry.laneTop(0));
                assertEquals(painted[x], hit == null ? -1 : hit.index(), "round " + round + " column " + x);
            }
        }
    }

    private static Highlight someLit(Random random, MapModel model) {
        BitSet lit = new BitSet();
        for (int i = 0; i < 20; i++) {
            lit.set(random.nextInt(model.lane(0).count()));
        }
        return Highlight.of(model, Map.of(0, lit));
    }

    @Test
    void neverMoreRunsThanColumns() {
        MapModel model = model(Lanes.chain(new Random(3), START, 150_000, 90));
        Viewport viewport = Viewport.whole(model.scale().length(), 1400);
        while (viewport.span() > 30) {
            assertTrue(LaneRun.of(model, 0, viewport, Highlight.NONE).size() <= 1400);
            viewport = viewport.zoomed(431, 1.7);
        }
    }

    @Test
    void columnBelongsToWhatCoversMostOfIt() {
        MapModel model = model(lane(row(0, 3), row(3, 1), row(4, 5), row(9, 1), row(10, 10)));
        List<LaneRun> runs = LaneRun.of(model, 0, Viewport.whole(20, 2), Highlight.NONE);
        assertEquals(2, runs.getFirst().item());
        assertEquals(4, runs.getFirst().pieces());
        assertEquals(4, runs.getLast().item());
        assertEquals(1, runs.getLast().pieces());
    }

    @Test
    void sparseColumnsTellHowMuchIsCovered() {
        long[][] rows = new long[1000][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(i * 8L, 2);
        }
        MapModel model = model(lane(rows));
        for (LaneRun run : LaneRun.of(model, 0, Viewport.whole(model.scale().length(), 10), Highlight.NONE)) {
            assertEquals(0.25, run.coverage(), 0.01);
        }
    }

    @Test
    void litItemIsSeenAmongThousands() {
        MapModel model = model(Lanes.chain(new Random(4), START, 100_000, 30));
        BitSet lit = new BitSet();
        lit.set(54_321);
        Highlight highlight = Highlight.of(model, Map.of(0, lit));
        assertEquals(1, highlight.count(0));
        List<LaneRun> runs = LaneRun.of(model, 0, Viewport.whole(model.scale().length(), 800), highlight);
        List<LaneRun> found = runs.stream().filter(LaneRun::lit).toList();
        assertEquals(1, found.size());
        assertEquals(54_321, found.getFirst().item());
    }

    @Test
    void foldsShowNothing() {
        MapModel model = model(lane(row(0, 4096), row(0x1000000, 4096)));
        assertNotNull(model.lane(0));
        long folded = model.scale().areaEnd(0);
        assertEquals(-1, model.itemAt(0, model.scale().addressAt(folded)));
        assertEquals(1, model.nextItem(0, model.scale().addressAt(folded)));
        TextMeasure measure = TextMeasure.average();
        MapGeometry geometry = MapGeometry.of(model, 1000, 200, 100, measure);
        Viewport viewport = Viewport.whole(model.scale().length(), geometry.windowWidth());
        int x = geometry.left() + (int) viewport.xOf(folded + 10);
        MapPainter painter = new MapPainter(model, MapStyle.DARK, measure, Highlight.NONE);
        assertNull(painter.at(viewport, geometry, x, geometry.laneTop(0)));
    }
}
