package org.karlworkbench.picture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.karlworkbench.picture.Legend;
import org.karlworkbench.picture.MapStyle;
import org.karlworkbench.picture.Picture;
import org.karlworkbench.picture.Shape;
import org.karlworkbench.picture.Svg;
import org.karlworkbench.picture.TextMeasure;
import org.karlworkbench.picture.TreemapLayout;
import org.karlworkbench.picture.TreemapModel;
import org.karlworkbench.picture.TreemapPainter;
import org.karlworkbench.picture.TreemapTiles;

/** Areas are shares, nothing overlaps, and the work depends on the pixels. */
class TreemapTest {
    private static final TextMeasure MEASURE = TextMeasure.average();

    private static TreemapModel model(int[] parents, long[] sizes) {
        return new TreemapModel(parents, sizes, new int[parents.length], node -> "node" + node, Legend.NONE);
    }

    /** The example of the paper: 6, 6, 4, 3, 2, 2 and 1 in a rectangle of 6 by 4. */
    @Test
    void squaresOfThePaper() {
        long[] sizes = {24, 6, 6, 4, 3, 2, 2, 1};
        TreemapTiles tiles = TreemapLayout.of(model(new int[] {-1, 0, 0, 0, 0, 0, 0, 0}, sizes), 0, 602, 420, MEASURE);
        // the first two stand on each other at the left, 3 wide and 2 high
        assertEquals(tiles.x(tiles.of(1)), tiles.x(tiles.of(2)));
        assertEquals(300, tiles.width(tiles.of(1)));
        assertEquals(tiles.y(tiles.of(1)) + tiles.height(tiles.of(1)), tiles.y(tiles.of(2)));
        // the next two lie beside each other above the others
        assertEquals(tiles.y(tiles.of(3)), tiles.y(tiles.of(4)));
        assertTrue(tiles.y(tiles.of(5)) > tiles.y(tiles.of(3)));
    }

    @RepeatedTest(20)
    void areasAreShares() {
        Random random = new Random();
        int count = 2 + random.nextInt(40);
        int[] parents = new int[count];
        long[] sizes = new long[count];
        parents[0] = -1;
        for (int node = 1; node < count; node++) {
            sizes[node] = 1 + random.nextInt(1000);
            sizes[0] += sizes[node];
        }
        TreemapModel model = model(parents, sizes);
        int width = 200 + random.nextInt(800);
        int height = 200 + random.nextInt(600);
        TreemapTiles tiles = TreemapLayout.of(model, 0, width, height, MEASURE);
        int header = tiles.header(0);
        double room = (width - 2.0) * (height - 1 - header);
        int[] owner = new int[width * height];
        for (int tile = 1; tile < tiles.count(); tile++) {
            double area = room * sizes[tiles.node(tile)] / sizes[0];
            int perimeter = 2 * (tiles.width(tile) + tiles.height(tile));
            assertEquals(area, tiles.width(tile) * tiles.height(tile), perimeter + 4, "node " + tiles.node(tile));
            for (int x = tiles.x(tile); x < tiles.x(tile) + tiles.width(tile); x++) {
                for (int y = tiles.y(tile); y < tiles.y(tile) + tiles.height(tile); y++) {
                    assertEquals(0, owner[y * width + x], "a pixel has one owner");
                    owner[y * width + x] = tiles.node(tile);
                    assertEquals(tile, tiles.at(x, y));
                }
            }
        }
        long covered = Arrays.stream(owner).filter(node -> node > 0).count();
        assertTrue(covered > 0.98 * room, covered + " of " + room);
    }

    /** What is not within anything takes no room, nor does what has no size; damaged sizes do no harm. */
    @Test
    void oddSizes() {
        TreemapModel model = model(
                new int[] {-1, 0, 0, -1, 1, 1}, new long[] {10, Long.MAX_VALUE, 0, 5, Long.MAX_VALUE, Long.MAX_VALUE});
        TreemapTiles tiles = TreemapLayout.of(model, 0, 300, 200, MEASURE);
        assertEquals(-1, tiles.of(2));
        assertEquals(-1, tiles.of(3));
        assertTrue(tiles.of(4) > 0 && tiles.of(5) > 0);
        assertTrue(!model.isShown(3) && model.isShown(4) && !model.isShown(2));
        assertEquals(
                0, TreemapLayout.of(TreemapModel.EMPTY, 0, 300, 200, MEASURE).count());
        assertEquals(0, TreemapLayout.of(model, 0, 0, 0, MEASURE).count());
        assertThrows(IllegalArgumentException.class, () -> model(new int[] {-1, 2, 0}, new long[3]));
        assertThrows(IllegalArgumentException.class, () -> model(new int[] {-1, 0}, new long[] {0, -1}));
    }

    /** With 150,000 nodes there are no more tiles than pixels can show. */
    @Test
    void manyNodesFewTiles() {
        int count = 150_000;
        int objects = 2_000;
        int[] parents = IntStream.range(0, count)
                .map(node -> node == 0 ? -1 : node <= objects ? 0 : 1 + node % objects)
                .toArray();
        long[] sizes = new long[count];
        for (int node = count - 1; node > 0; node--) {
            sizes[node] += node > objects ? 1 + node * 7919L % 400 : 0;
            sizes[parents[node]] += sizes[node];
        }
        TreemapModel model = model(parents, sizes);
        TreemapTiles tiles = TreemapLayout.of(model, 0, 1600, 900, MEASURE);
        assertTrue(tiles.count() > objects && tiles.count() < 1600 * 900 / 4, tiles.count() + " tiles");
        for (int rank = 1; rank < model.childCount(0); rank++) {
            assertTrue(model.size(model.child(0, rank - 1)) >= model.size(model.child(0, rank)));
        }
        assertEquals(model.child(0, 1), model.sibling(model.child(0, 0), 1));
        assertEquals(model.child(0, 0), model.sibling(model.child(0, 0), -1));
    }

    /** Names from files cannot break out of the picture. */
    @Test
    void namesAreHarmless() {
        TreemapModel model = new TreemapModel(
                new int[] {-1, 0},
                new long[] {100, 100},
                new int[2],
                node -> node == 0 ? "bsd" : "<script>\u202e\u0007" + "x".repeat(100_000),
                new Legend(java.util.List.of(new Legend.Entry(0x336699, "code"))));
        TreemapPainter painter = new TreemapPainter(model, MapStyle.LIGHT, MEASURE);
        Picture picture = painter.paint(painter.tiles(0, 800, 300), 800, 300);
        String svg = Svg.of(picture, "sizes");
        assertTrue(svg.contains("&lt;script&gt;\ufffd\ufffdxxx") && svg.length() < 5_000, svg);
        assertTrue(svg.contains(">code</text>"), "the legend");
        for (Shape shape : picture.shapes()) {
            if (shape instanceof Shape.Text text) {
                assertTrue(text.x() >= 0 && text.x() + MEASURE.width(text.text()) <= 800, text::toString);
            }
        }
    }
}
