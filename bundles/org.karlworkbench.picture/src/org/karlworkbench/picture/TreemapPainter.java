package org.karlworkbench.picture;

import java.util.ArrayList;
import java.util.List;

/** Turns the tiles of a treemap into shapes, with the legend below them. */
public final class TreemapPainter {
    private static final int INDENT = 4;
    private static final int NARROWEST_LABEL = 30;
    private static final int NARROWEST_GAP = 4;

    private final TreemapModel model;
    private final MapStyle style;
    private final TextMeasure measure;

    /**
     * Makes a painter.
     *
     * @param model what is painted
     * @param style its colours
     * @param measure the font that the shapes will be drawn with
     */
    public TreemapPainter(TreemapModel model, MapStyle style, TextMeasure measure) {
        this.model = model;
        this.style = style;
        this.measure = measure;
    }

    /** Returns the tiles of a node in a picture of this size. */
    public TreemapTiles tiles(int root, int width, int height) {
        return TreemapLayout.of(model, root, width, height - legendHeight(width), measure);
    }

    private int legendHeight(int width) {
        return model.legend().height(width - 2 * MapGeometry.PADDING, measure);
    }

    /**
     * Returns all as a picture.
     *
     * @param tiles as {@link #tiles} made them for the same size
     */
    public Picture paint(TreemapTiles tiles, int width, int height) {
        List<Shape> shapes = new ArrayList<>();
        for (int tile = 0; tile < tiles.count(); tile++) {
            paint(shapes, tiles, tile);
        }
        int top = height - legendHeight(width) + MapGeometry.PADDING / 2;
        shapes.addAll(model.legend().shapes(MapGeometry.PADDING, top, width - 2 * MapGeometry.PADDING, style, measure));
        return new Picture(width, height, style.background(), shapes);
    }

    /** Returns a frame around a node's tile; none if it has no tile. */
    public List<Shape> mark(TreemapTiles tiles, int node, int thickness, int colour) {
        int tile = tiles.of(node);
        return tile < 0
                ? List.of()
                : List.of(new Shape.Frame(
                        tiles.x(tile), tiles.y(tile), tiles.width(tile), tiles.height(tile), thickness, colour));
    }

    private void paint(List<Shape> shapes, TreemapTiles tiles, int tile) {
        int node = tiles.node(tile);
        int colour = model.colour(node) & Palette.RGB;
        boolean hatched = (model.colour(node) & Palette.HATCHED) != 0;
        boolean outer = tiles.header(tile) >= 0;
        int x = tiles.x(tile);
        int y = tiles.y(tile);
        // a pixel between neighbours, where there is room for it
        int width = tiles.width(tile) - (tiles.width(tile) >= NARROWEST_GAP ? 1 : 0);
        int height = tiles.height(tile) - (tiles.height(tile) >= NARROWEST_GAP ? 1 : 0);
        int shown = outer || hatched ? Palette.mix(style.lane(), colour, 0.22) : colour;
        shapes.add(new Shape.Box(x, y, width, height, shown));
        if (hatched && !outer) {
            shapes.add(new Shape.Hatch(x, y, width, height, colour, 190));
        }
        int ink = outer || hatched ? style.foreground() : Palette.textOn(shown);
        if (tiles.header(tile) > 0) {
            header(shapes, tile == 0 ? model.path(node) : model.label(node), model.size(node), x, y, width, ink);
        } else if (!outer) {
            label(shapes, node, x, y, width, height, ink, shown);
        }
    }

    private void header(List<Shape> shapes, String words, long bytes, int x, int y, int width, int ink) {
        int room = width - 2 * INDENT;
        String size = Numbers.bytes(bytes);
        String name = measure.fitted(words, room);
        shapes.add(new Shape.Text(x + INDENT, y + 1, name, ink));
        int left = width - INDENT - measure.width(size);
        if (left > 2 * INDENT + measure.width(name)) {
            shapes.add(new Shape.Text(x + left, y + 1, size, style.muted()));
        }
    }

    private void label(List<Shape> shapes, int node, int x, int y, int width, int height, int ink, int behind) {
        int room = width - 2 * INDENT;
        if (width < NARROWEST_LABEL || height < measure.height()) {
            return;
        }
        String name = measure.fitted(model.label(node), room);
        if (name.isEmpty()) {
            return;
        }
        String size = Numbers.bytes(model.size(node));
        boolean two = height >= 2 * measure.height() + 4 && measure.width(size) <= room;
        int top = two ? y + 2 : y + Math.min(2, (height - measure.height()) / 2);
        shapes.add(new Shape.Text(x + INDENT, top, name, ink));
        if (two) {
            shapes.add(new Shape.Text(x + INDENT, top + measure.height(), size, Palette.mix(ink, behind, 0.3)));
        }
    }
}
