package org.karlworkbench.picture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.karlworkbench.picture.Highlight;
import org.karlworkbench.picture.Legend;
import org.karlworkbench.picture.MapGeometry;
import org.karlworkbench.picture.MapLane;
import org.karlworkbench.picture.MapMark;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.picture.MapPainter;
import org.karlworkbench.picture.MapStyle;
import org.karlworkbench.picture.Shape;
import org.karlworkbench.picture.TextMeasure;
import org.karlworkbench.picture.Viewport;

/** A marked range of addresses has its bar below exactly these addresses, in every window. */
class MapMarkTest {
    private static final int COLOUR = 0x123456;
    private static final long BASE = 0xffffffff81000000L;
    private static final int SIZE = 1 << 20;
    private static final int WIDTH = 1000;

    private final MapModel plain = MapModel.of(
            List.of(new MapLane("text", new long[] {BASE}, new long[] {SIZE}, new int[] {0x808080}, _ -> "text")),
            4096);

    @Test
    void theBarLiesBelowTheAddresses() {
        Random random = new Random();
        for (int i = 0; i < 200; i++) {
            long from = random.nextInt(SIZE / 2);
            long to = from + 1 + random.nextInt(SIZE / 2 - 1);
            MapModel model = plain.withMarks(List.of(new MapMark(BASE + from, BASE + to - 1, COLOUR, "gone")));
            Viewport window = Viewport.whole(SIZE, WIDTH).zoomed(random.nextInt(WIDTH), 1 + 20 * random.nextDouble());
            MapGeometry geometry = geometry(model);
            List<Shape.Box> bars = bars(model, window, geometry);
            double left = window.xOf(from);
            double right = window.xOf(to);
            if (right <= 0 || left >= window.width()) {
                assertEquals(List.of(), bars);
            } else {
                assertEquals(1, bars.size());
                assertEquals(Math.max(0, left), bars.getFirst().x() - geometry.left(), 2);
                assertEquals(
                        Math.min(window.width(), right),
                        bars.getFirst().x() - geometry.left() + bars.getFirst().width(),
                        3);
                assertTrue(bars.getFirst().y() >= geometry.lanesBottom() - 1);
            }
        }
    }

    private static MapGeometry geometry(MapModel model) {
        int column = MapGeometry.nameColumn(model, TextMeasure.average());
        return MapGeometry.of(model, WIDTH + column + MapGeometry.PADDING, 300, column, TextMeasure.average());
    }

    private static List<Shape.Box> bars(MapModel model, Viewport window, MapGeometry geometry) {
        return new MapPainter(model, MapStyle.LIGHT, TextMeasure.average(), Highlight.NONE)
                .window(window.resized(geometry.windowWidth()), geometry).stream()
                        .filter(shape -> shape instanceof Shape.Box box && box.colour() == COLOUR)
                        .map(Shape.Box.class::cast)
                        .filter(box -> box.y() < geometry.legendTop())
                        .toList();
    }

    @Test
    void theLegendSaysWhatItMeans() {
        MapModel model = plain.withMarks(List.of(new MapMark(BASE, BASE + 4095, COLOUR, "gone")));
        assertEquals(List.of(new Legend.Entry(COLOUR, "gone")), model.legend().entries());
        assertEquals(model.marks(), model.withLanes(List.of()).marks());
        assertEquals(model.marks(), MapModel.onOneScale(model, plain).getFirst().marks());
    }

    @Test
    void aMarkThatEndsBeforeItBeginsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new MapMark(BASE, 5, COLOUR, ""));
    }
}
