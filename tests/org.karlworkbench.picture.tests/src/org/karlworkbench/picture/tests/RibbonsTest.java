package org.karlworkbench.picture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.karlworkbench.picture.MapLane;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.picture.Picture;
import org.karlworkbench.picture.Ribbons;
import org.karlworkbench.picture.Shape;
import org.karlworkbench.picture.Svg;
import org.karlworkbench.picture.Viewport;

/** Ribbons between ten items of a page each, in two orders. */
class RibbonsTest {
    private static final int ITEMS = 10;
    private static final long PAGE = 4096;
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 100;
    private static final int LEFT = 40;

    private final List<Integer> order =
            new ArrayList<>(IntStream.range(0, ITEMS).boxed().toList());
    private final Ribbons ribbons;
    private final MapModel model;

    RibbonsTest() {
        Collections.shuffle(order, new Random(5));
        model = MapModel.of(List.of(lane()), PAGE);
        ribbons = new Ribbons(
                model, model, 0, order.stream().mapToInt(Integer::intValue).toArray());
    }

    private static MapLane lane() {
        long[] addresses = IntStream.range(0, ITEMS).mapToLong(i -> PAGE * i).toArray();
        long[] sizes = IntStream.range(0, ITEMS).mapToLong(_ -> PAGE).toArray();
        int[] colours = IntStream.range(0, ITEMS).toArray();
        return new MapLane("objects", addresses, sizes, colours, i -> "o" + i);
    }

    private Ribbons.Band band(Viewport upper, Viewport lower) {
        return new Ribbons.Band(HEIGHT, upper, LEFT, lower, LEFT);
    }

    private Viewport whole() {
        return Viewport.whole(model.scale().length(), WIDTH);
    }

    @Test
    void eachLeadsFromItsPlaceToThatOfItsPartner() {
        List<Shape> shapes = ribbons.shapes(band(whole(), whole()), -1);
        assertEquals(ITEMS, shapes.size());
        int each = WIDTH / ITEMS;
        for (int i = 0; i < ITEMS; i++) {
            Shape.Area area = (Shape.Area) shapes.get(i);
            int from = LEFT + i * each;
            int to = LEFT + order.get(i) * each;
            assertEquals(List.of(from, 0, from + each, 0, to + each, HEIGHT, to, HEIGHT), area.points());
            assertEquals(i, area.colour());
        }
    }

    @Test
    void aPointIsOnTheRibbonThatIsPaintedThere() {
        Ribbons.Band band = band(whole(), whole());
        int each = WIDTH / ITEMS;
        for (int i = 0; i < ITEMS; i++) {
            assertEquals(i, ribbons.at(band, LEFT + i * each + each / 2, 0));
            assertEquals(i, ribbons.at(band, LEFT + order.get(i) * each + each / 2, HEIGHT));
            assertEquals(i, ribbons.partnerOfLower(ribbons.partner(i)));
        }
        assertEquals(-1, ribbons.at(band, LEFT - 10, 0));
    }

    /** What neither window shows is not drawn; what one shows leads out of the other. */
    @Test
    void onlyWhatIsSeenIsDrawn() {
        Viewport first = new Viewport(0, PAGE, WIDTH, model.scale().length());
        List<Shape> shapes = ribbons.shapes(band(first, first), -1);
        int expected = order.getFirst() == 0 ? 1 : 2;
        assertEquals(expected, shapes.size());
    }

    @Test
    void theLitOneIsOnTopAndTheOthersDimmed() {
        List<Shape> shapes = ribbons.shapes(band(whole(), whole()), 3);
        assertEquals(3, ((Shape.Area) shapes.getLast()).colour());
        int lit = ((Shape.Area) shapes.getLast()).opacity();
        assertTrue(shapes.subList(0, ITEMS - 1).stream().allMatch(shape -> ((Shape.Area) shape).opacity() < lit));
    }

    @Test
    void narrowOnesAreLinesAndThoseInOnePlaceAreDrawnOnce() {
        Viewport narrow = Viewport.whole(model.scale().length(), ITEMS / 2);
        List<Shape> shapes = ribbons.shapes(band(narrow, narrow), -1);
        assertTrue(shapes.stream().allMatch(Shape.Path.class::isInstance));
        assertTrue(shapes.size() <= ITEMS);
    }

    /** A kernel of which no object is known has a ribbon for each symbol, which is painted with each movement. */
    @Test
    void aHundredThousandAreAFewThousandLines() {
        int count = 100_000;
        long[] addresses = IntStream.range(0, count).mapToLong(i -> 64L * i).toArray();
        long[] sizes = IntStream.range(0, count).mapToLong(_ -> 64).toArray();
        MapModel many =
                MapModel.of(List.of(new MapLane("symbols", addresses, sizes, new int[count], i -> "s" + i)), PAGE);
        List<Integer> places = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(places, new Random(6));
        int[] partner = places.stream().mapToInt(Integer::intValue).toArray();
        Viewport whole = Viewport.whole(many.scale().length(), WIDTH);
        List<Shape> shapes = new Ribbons(many, many, 0, partner).shapes(band(whole, whole), -1);
        assertTrue(shapes.size() > 1_000 && shapes.size() < 5_000, "" + shapes.size());
    }

    @Test
    void svgHasThem() {
        Picture picture = new Picture(WIDTH, HEIGHT, 0xffffff, ribbons.shapes(band(whole(), whole()), -1));
        String svg = Svg.of(picture, "ribbons");
        assertEquals(ITEMS, svg.split("Z\"", -1).length - 1);
    }
}
