package org.karlworkbench.picture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.karlworkbench.picture.tests.Lanes.lane;
import static org.karlworkbench.picture.tests.Lanes.model;
import static org.karlworkbench.picture.tests.Lanes.row;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.karlworkbench.picture.Highlight;
import org.karlworkbench.picture.Legend;
import org.karlworkbench.picture.MapGeometry;
import org.karlworkbench.picture.MapLane;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.picture.MapPainter;
import org.karlworkbench.picture.MapStyle;
import org.karlworkbench.picture.MarkPainter;
import org.karlworkbench.picture.Palette;
import org.karlworkbench.picture.Picture;
import org.karlworkbench.picture.PixelRange;
import org.karlworkbench.picture.Shape;
import org.karlworkbench.picture.TextMeasure;
import org.karlworkbench.picture.Viewport;

class MapPainterTest {
    private static final TextMeasure MEASURE = TextMeasure.average();

    private static MapGeometry geometry(MapModel model, int width) {
        return MapGeometry.of(model, width, 400, MapGeometry.nameColumn(model, MEASURE), MEASURE);
    }

    private static MapPainter painter(MapModel model) {
        return new MapPainter(model, MapStyle.LIGHT, MEASURE, Highlight.NONE);
    }

    @Test
    void shapesDependOnPixelsNotOnItems() {
        Random random = new Random(1);
        MapModel model = model(
                Lanes.chain(random, 0xffffffff81000000L, 150_000, 90),
                Lanes.heap(random, 0xffffffff81000000L, 6_000_000, 150_000),
                Lanes.chain(random, 0xffffffff81000000L, 150_000, 2));
        MapGeometry geometry = geometry(model, 1600);
        Viewport viewport = Viewport.whole(model.scale().length(), geometry.windowWidth());
        while (viewport.span() > 40) {
            int shapes = painter(model).paint(viewport, geometry).shapes().size();
            assertTrue(shapes <= 4 * 3 * geometry.windowWidth(), shapes + " shapes at " + viewport);
            viewport = viewport.zoomed(517, 1.8);
        }
    }

    @Test
    void boxesOfItemsStayInTheirLane() {
        MapModel model = model(Lanes.chain(new Random(2), 0x1000, 2000, 50), lane(row(0x1000, 90_000)));
        MapGeometry geometry = geometry(model, 900);
        Viewport viewport = new Viewport(
                1234.5, 2000.25, geometry.windowWidth(), model.scale().length());
        for (Shape shape : painter(model).window(viewport, geometry)) {
            if (shape instanceof Shape.Box box && box.colour() != MapStyle.LIGHT.background()) {
                assertTrue(box.x() >= geometry.left() && box.x() + box.width() <= geometry.right(), box.toString());
                assertTrue(geometry.laneAt(box.y()) >= 0, box.toString());
                assertEquals(geometry.laneHeight(), box.height());
            }
        }
    }

    @Test
    void labelsAreWrittenWhereTheyFit() {
        MapModel model = model(lane(row(0, 1000), row(1000, 10), row(1010, 990)));
        Picture picture = painter(model).paint(Viewport.whole(2000, 700), geometry(model, 900));
        List<String> texts = texts(picture);
        assertTrue(texts.contains("item0") && texts.contains("item2"), texts.toString());
        assertTrue(texts.contains("1000 bytes"), texts.toString());
        assertTrue(texts.stream().noneMatch(text -> text.startsWith("item1")));
        assertTrue(texts.contains("Lane") && texts.contains("3 items"), texts.toString());
    }

    private static List<String> texts(Picture picture) {
        return picture.shapes().stream()
                .filter(Shape.Text.class::isInstance)
                .map(shape -> ((Shape.Text) shape).text())
                .toList();
    }

    @Test
    void gapsAreHatched() {
        MapLane gap = new MapLane("Gaps", new long[] {0}, new long[] {4096}, new int[] {Palette.GAP}, _ -> "gap");
        MapModel model = model(gap);
        Picture picture = painter(model).paint(Viewport.whole(4096, 700), geometry(model, 900));
        assertTrue(picture.shapes().stream()
                .anyMatch(shape -> shape instanceof Shape.Hatch hatch && hatch.colour() == (Palette.GAP & 0xffffff)));
    }

    @Test
    void foldTellsWhatItHides() {
        MapModel model = model(lane(row(0, 0x10000), row(0x210000, 0x10000)));
        MapGeometry geometry = geometry(model, 900);
        Viewport whole = Viewport.whole(model.scale().length(), geometry.windowWidth());
        assertTrue(texts(painter(model).paint(whole, geometry)).contains("⋯"));
        Viewport near = whole.zoomed(whole.xOf(model.scale().areaEnd(0)), 10);
        assertTrue(texts(painter(model).paint(near, geometry)).contains("2 MiB folded"));
    }

    @Test
    void emptyMapIsPainted() {
        MapGeometry geometry = geometry(MapModel.EMPTY, 300);
        Picture picture = painter(MapModel.EMPTY).paint(Viewport.whole(0, 100), geometry);
        assertEquals(300, picture.width());
        assertEquals(-1, geometry.laneAt(200));
    }

    @Test
    void tinyWindowsDoNoHarm() {
        MapModel model = model(Lanes.chain(new Random(3), 0, 100, 50));
        for (int size = 0; size < 40; size++) {
            MapGeometry geometry = MapGeometry.of(model, size, size, 200, MEASURE);
            Viewport viewport = Viewport.whole(model.scale().length(), geometry.windowWidth());
            assertNotNull(painter(model).paint(viewport.zoomed(0, 3), geometry));
        }
    }

    /** Between other things a map is often low: whatever goes then, what lies where is seen. */
    @Test
    void lanesAreSeenBeforeAllElse() {
        List<MapLane> lanes = List.of(lane(row(0, 1000)), lane(row(0, 1000)), lane(row(0, 1000)));
        MapModel model = MapModel.of(lanes, 4096, new Legend(List.of(new Legend.Entry(0, "words"))));
        boolean had = false;
        for (int height = 60; height < 400; height++) {
            MapGeometry geometry = MapGeometry.of(model, 900, height, 200, MEASURE);
            assertTrue(geometry.lanesBottom() <= height, geometry.toString());
            List<String> texts = texts(painter(model).paint(Viewport.whole(1000, geometry.windowWidth()), geometry));
            boolean hasLegend = geometry.legendTop() + model.legend().height(geometry.windowWidth(), MEASURE) <= height;
            assertEquals(geometry.hasOverview(), texts.contains("Whole kernel"));
            assertTrue(hasLegend || !geometry.hasOverview(), geometry.toString());
            assertTrue(hasLegend || geometry.legendTop() >= height, geometry.toString()); // all of it or nothing
            assertTrue(geometry.hasOverview() || !had);
            had = geometry.hasOverview();
        }
        assertTrue(had);
    }

    @Test
    void onOneScaleEqualAddressesLieAtEqualPlaces() {
        MapModel a = model(lane(row(0x1000, 0x10000), row(0x900000, 100)));
        MapModel b = model(lane(row(0x1800, 0x10000), row(0x900010, 100)));
        List<MapModel> both = MapModel.onOneScale(a, b);
        assertEquals(both.get(0).scale(), both.get(1).scale());
        assertEquals(both.get(0).startOf(0, 1) + 16, both.get(1).startOf(0, 1));
        assertEquals(0x800, both.get(1).startOf(0, 0));
    }

    @Test
    void selectionIsMarkedInLaneRulerAndOverview() {
        MapModel model = model(lane(row(0, 1000), row(1000, 1000)), lane(row(0, 2000)));
        MapGeometry geometry = geometry(model, 900);
        Viewport viewport = Viewport.whole(2000, geometry.windowWidth());
        MarkPainter marks = new MarkPainter(model, MapStyle.DARK, MEASURE, geometry, viewport);
        marks.selected(0, 1);
        PixelRange range = marks.rangeOf(0, 1);
        assertEquals(geometry.right(), range.x() + range.width());
        assertTrue(marks.shapes().stream()
                .anyMatch(shape -> shape instanceof Shape.Frame frame && geometry.laneAt(frame.y() + 2) == 0));
        assertTrue(marks.shapes().stream()
                .anyMatch(shape -> shape instanceof Shape.Box box && box.y() == geometry.overviewTop()));
    }

    @Test
    void itemOutsideTheWindowHasNoPlace() {
        MapModel model = model(lane(row(0, 1000), row(1000, 1000)));
        MapGeometry geometry = geometry(model, 900);
        Viewport viewport = new Viewport(1200, 100, geometry.windowWidth(), 2000);
        MarkPainter marks = new MarkPainter(model, MapStyle.DARK, MEASURE, geometry, viewport);
        assertNull(marks.rangeOf(0, 0));
        assertEquals(new PixelRange(geometry.left(), geometry.windowWidth()), marks.rangeOf(0, 1));
    }

    @Test
    void laneRefusesUnsortedColumns() {
        long[] addresses = {-1, 5};
        IllegalArgumentException problem = assertThrows(
                IllegalArgumentException.class,
                () -> new MapLane("Objects", addresses, new long[2], new int[2], _ -> ""));
        assertEquals("addresses not ascending at row 1 of lane Objects", problem.getMessage());
    }
}
