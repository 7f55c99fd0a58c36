package org.karlworkbench.picture;

import java.util.Arrays;

/** The rectangles of a treemap in whole pixels: outer ones before those within them. */
public final class TreemapTiles {
    private static final int COLUMNS = 6;

    private int[] values = new int[64 * COLUMNS];
    private int count;

    TreemapTiles() {}

    void add(int node, int x, int y, int width, int height, int header) {
        if ((count + 1) * COLUMNS > values.length) {
            values = Arrays.copyOf(values, Math.multiplyExact(values.length, 2));
        }
        int at = count++ * COLUMNS;
        values[at] = node;
        values[at + 1] = x;
        values[at + 2] = y;
        values[at + 3] = width;
        values[at + 4] = height;
        values[at + 5] = header;
    }

    /** Returns how many tiles there are. */
    public int count() {
        return count;
    }

    /** Returns the node that a tile shows. */
    public int node(int tile) {
        return values[tile * COLUMNS];
    }

    /** Returns a tile's left edge. */
    public int x(int tile) {
        return values[tile * COLUMNS + 1];
    }

    /** Returns a tile's upper edge. */
    public int y(int tile) {
        return values[tile * COLUMNS + 2];
    }

    /** Returns a tile's width, at least 1. */
    public int width(int tile) {
        return values[tile * COLUMNS + 3];
    }

    /** Returns a tile's height, at least 1. */
    public int height(int tile) {
        return values[tile * COLUMNS + 4];
    }

    /** Returns the height of the strip with the name above what lies within a tile; 0 for none, -1 if nothing does. */
    public int header(int tile) {
        return values[tile * COLUMNS + 5];
    }

    /** Returns the innermost tile at a place, or -1. */
    public int at(int x, int y) {
        for (int tile = count - 1; tile >= 0; tile--) {
            if (x >= x(tile) && x < x(tile) + width(tile) && y >= y(tile) && y < y(tile) + height(tile)) {
                return tile;
            }
        }
        return -1;
    }

    /** Returns the tile of a node, or -1 if it is too small to have one. */
    public int of(int node) {
        for (int tile = 0; tile < count; tile++) {
            if (node(tile) == node) {
                return tile;
            }
        }
        return -1;
    }
}
