package org.karlworkbench.picture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.karlworkbench.picture.MapLane;
import org.karlworkbench.picture.MapStyle;
import org.karlworkbench.picture.Picture;
import org.karlworkbench.picture.RibbonPicture;
import org.karlworkbench.picture.Shape;
import org.karlworkbench.picture.TextMeasure;

class RibbonPictureTest {
    private static Picture picture(MapLane a, MapLane b, int... partner) {
        return RibbonPicture.of(a, b, partner, 800, MapStyle.LIGHT, TextMeasure.average());
    }

    private static List<Shape.Area> ribbons(Picture picture) {
        return picture.shapes().stream()
                .filter(Shape.Area.class::isInstance)
                .map(Shape.Area.class::cast)
                .toList();
    }

    /** Three things change places: what stayed goes straight down, what is gone has no ribbon. */
    @Test
    void ribbonsJoinTheTwoPlacesOfAThing() {
        MapLane a = Lanes.lane(Lanes.row(0x1000, 0x100), Lanes.row(0x1100, 0x100), Lanes.row(0x1200, 0x100));
        Picture picture = picture(a, a, 0, 2, -1);
        List<Shape.Area> ribbons = ribbons(picture);
        assertEquals(2, ribbons.size());
        List<Integer> stayed = ribbons.getFirst().points();
        List<Integer> moved = ribbons.getLast().points();
        assertEquals(stayed.get(0), stayed.get(6), "straight down");
        assertTrue(moved.get(6) - moved.get(0) > 200, moved.toString());
        List<Shape.Box> lanes = picture.shapes().stream()
                .filter(Shape.Box.class::isInstance)
                .map(Shape.Box.class::cast)
                .toList();
        assertEquals(lanes.getFirst().y() + lanes.getFirst().height(), stayed.get(1), "from the upper lane");
        assertEquals(lanes.getLast().y(), stayed.get(5), "to the lower one");
    }

    @Test
    void whatLiesInOnePixelIsDrawnOnce() {
        long[][] rows = new long[20_000][];
        int[] partner = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Lanes.row(0x10_0000 + 16L * i, 16);
            partner[i] = i;
        }
        MapLane lane = Lanes.lane(rows);
        assertTrue(picture(lane, lane, partner).shapes().size() < 3_000);
    }

    @Test
    void nothingIsAPictureToo() {
        MapLane none = Lanes.lane();
        assertEquals(0, ribbons(picture(none, none)).size());
    }
}
