package org.karlworkbench.picture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.karlworkbench.picture.Curves;
import org.karlworkbench.picture.HeatMap;
import org.karlworkbench.picture.Histogram;
import org.karlworkbench.picture.MapStyle;
import org.karlworkbench.picture.Picture;
import org.karlworkbench.picture.Shape;

/** Charts: what is more is higher, darker, further to the right; and no numbers are no fault. */
class ChartsTest {
    private static List<Shape.Box> boxes(Picture picture) {
        return picture.shapes().stream()
                .filter(Shape.Box.class::isInstance)
                .map(Shape.Box.class::cast)
                .toList();
    }

    @Test
    void aHistogramsBarsAreAsHighAsTheirCounts() {
        List<Shape.Box> bars =
                boxes(Histogram.of(MapStyle.LIGHT, new double[] {0.5, 0.6, 0.7, 0.8, 3.5, 3.9}, 4, "bits"));
        assertEquals(4, bars.size());
        assertEquals(2.0, bars.get(0).height() / (double) bars.get(3).height(), 0.05);
        assertEquals(0, bars.get(1).height());
        assertTrue(bars.get(0).x() < bars.get(3).x());
    }

    /** Numbers that people can read off and count on from. */
    @Test
    void scalesHaveRoundNumbers() {
        double[] values = IntStream.range(0, 97).mapToDouble(i -> i % 2 * 12.9).toArray();
        List<String> numbers = Histogram.of(MapStyle.LIGHT, values, 13, "bits").shapes().stream()
                .filter(Shape.Text.class::isInstance)
                .map(each -> ((Shape.Text) each).text())
                .filter(text -> !text.equals("bits"))
                .toList();
        assertEquals(List.of("0", "10", "20", "30", "40", "0", "5", "10"), numbers);
    }

    /** Of 0 to 100 the quartiles are 25 and 75: the bars tell where these lie. */
    @Test
    void theBoxGoesFromQuartileToQuartileAboveTheBars() {
        double[] values = IntStream.rangeClosed(0, 100).asDoubleStream().toArray();
        List<Shape.Box> all = boxes(Histogram.boxed(MapStyle.LIGHT, values, 4, "bits"));
        assertEquals(4 + 3, all.size(), "bars, line, box and median");
        Shape.Box line = all.get(4);
        Shape.Box box = all.get(5);
        Shape.Box median = all.get(6);
        assertEquals(all.get(1).x(), box.x(), 1);
        assertEquals(all.get(3).x(), box.x() + box.width(), 1);
        assertEquals(all.get(2).x(), median.x() + median.width() / 2, 1);
        assertEquals(all.get(0).x(), line.x(), 1);
        int highest = all.subList(0, 4).stream().mapToInt(Shape.Box::y).min().orElseThrow();
        assertTrue(box.y() + box.height() < highest, "the box hides no bar");
        assertEquals(
                4,
                boxes(Histogram.boxed(MapStyle.LIGHT, new double[0], 4, "bits")).size());
    }

    @Test
    void twoLotsLieOverEachOtherOnOneScale() {
        Picture picture = Histogram.overlay(
                MapStyle.LIGHT, new double[] {0.5, 0.6}, new double[] {3.5}, 4, "bits", List.of("one", "a\u202eb"));
        List<Shape.Box> bars = boxes(picture);
        assertEquals(8, bars.size(), "four of each");
        assertEquals(bars.get(0).x(), bars.get(4).x(), "one axis");
        assertEquals(bars.get(0).height(), 2 * bars.get(7).height(), 1, "one scale");
        assertTrue(bars.get(7).opacity() < 255
                && bars.get(0).colour() != bars.get(7).colour());
        List<String> names = picture.shapes().stream()
                .filter(Shape.Text.class::isInstance)
                .map(each -> ((Shape.Text) each).text())
                .toList();
        assertTrue(names.containsAll(List.of("one", "a\ufffdb")), names.toString());
    }

    @Test
    void aHeatMapIsDarkerWhereThereIsMore() {
        List<Shape.Box> cells =
                boxes(HeatMap.of(MapStyle.LIGHT, List.of("a", "b"), List.of(new int[] {1, 0, 4}, new int[3]), "below"));
        assertEquals(2, cells.size());
        assertTrue(cells.get(0).opacity() < cells.get(1).opacity());
        assertEquals(255, cells.get(1).opacity());
    }

    @Test
    void namesOfRowsCannotTurnTheText() {
        Picture picture = HeatMap.of(MapStyle.LIGHT, List.of("a\u202eb"), List.of(new int[1]), "below");
        assertTrue(picture.shapes().contains(new Shape.Text(4, 1, "a\ufffdb", MapStyle.LIGHT.foreground())));
    }

    @Test
    void curvesRiseWithTheirValues() {
        Picture picture =
                Curves.of(MapStyle.LIGHT, new int[] {10, 100, 1000}, List.of(new double[] {1, 2, 3}), List.of("curve"));
        Shape.Path curve = picture.shapes().stream()
                .filter(Shape.Path.class::isInstance)
                .map(Shape.Path.class::cast)
                .filter(path -> path.points().size() == 6)
                .findFirst()
                .orElseThrow();
        List<Integer> points = curve.points();
        assertTrue(points.get(0) < points.get(2) && points.get(2) < points.get(4));
        assertTrue(points.get(1) > points.get(3) && points.get(3) > points.get(5));
        assertEquals(points.get(1) - points.get(3), points.get(3) - points.get(5), 1);
    }

    @Test
    void nothingIsDrawnOfNothing() {
        assertTrue(boxes(Histogram.of(MapStyle.LIGHT, new double[0], 5, "none")).stream()
                .allMatch(box -> box.height() == 0));
        assertTrue(
                boxes(HeatMap.of(MapStyle.LIGHT, List.of(), List.of(), "none")).isEmpty());
        assertTrue(Curves.of(MapStyle.LIGHT, new int[0], List.of(new double[0]), List.of("none"))
                        .width()
                > 0);
    }
}
