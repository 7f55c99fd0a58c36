package org.karlworkbench.picture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.karlworkbench.picture.Diagram;
import org.karlworkbench.picture.DiagramPainter;
import org.karlworkbench.picture.MapStyle;
import org.karlworkbench.picture.Shape;
import org.karlworkbench.picture.TextMeasure;

/** Diagrams: boxes are found where they are painted, and all stays inside the picture. */
class DiagramTest {
    private static final Diagram DIAGRAM = new Diagram(
            List.of(
                    new Diagram.Box("a", "A", List.of("one", "two"), 0, 0, false),
                    new Diagram.Box("b", "B", List.of(), 1, 0, true),
                    new Diagram.Box("c", "C", List.of("three"), 1, 1, false)),
            List.of(
                    new Diagram.Arrow("a", "b", "there", true),
                    new Diagram.Arrow("b", "a", "back", false),
                    new Diagram.Arrow("b", "c", "down", false),
                    new Diagram.Arrow("b", "b", "again", true)));

    private static DiagramPainter painter(int width) {
        return new DiagramPainter(DIAGRAM, MapStyle.LIGHT, TextMeasure.average(), width);
    }

    @Test
    void boxesAreFoundWhereTheyLie() {
        for (int width = 200; width < 1500; width += 37) {
            DiagramPainter painter = painter(width);
            for (Diagram.Box box : DIAGRAM.boxes()) {
                int[] middle = painter.middle(box);
                assertEquals(box.id(), painter.at(middle[0], middle[1]));
                assertTrue(middle[0] < width && middle[1] < painter.height());
            }
            assertNull(painter.at(0, 0));
        }
    }

    @Test
    void arrowsThereAndBackLieBesideEachOther() {
        List<Integer> heights = painter(600).shapes(null).stream()
                .filter(Shape.Path.class::isInstance)
                .map(shape -> ((Shape.Path) shape).points())
                .filter(points -> points.size() == 4 && points.get(1).equals(points.get(3)))
                .map(points -> points.get(1))
                .toList();
        assertEquals(2, heights.size());
        assertFalse(heights.get(0).equals(heights.get(1)));
    }

    @Test
    void theSelectedBoxHasTheThickestFrame() {
        List<Integer> frames = painter(600).shapes("c").stream()
                .filter(Shape.Frame.class::isInstance)
                .map(shape -> ((Shape.Frame) shape).thickness())
                .toList();
        assertEquals(List.of(1, 2, 3), frames);
    }

    @Test
    void ofNothingThereIsNothing() {
        DiagramPainter painter = new DiagramPainter(Diagram.NONE, MapStyle.DARK, TextMeasure.average(), 0);
        assertEquals(List.of(), painter.shapes(null));
        assertNull(painter.at(5, 5));
    }
}
