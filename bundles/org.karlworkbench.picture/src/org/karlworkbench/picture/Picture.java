package org.karlworkbench.picture;

import java.util.List;
import java.util.stream.Stream;

/**
 * A finished drawing: shapes in the order in which they are painted.
 *
 * @param width pixels
 * @param height pixels
 * @param background {@code 0xRRGGBB} behind all shapes
 * @param shapes the first one lies lowest
 */
public record Picture(int width, int height, int background, List<Shape> shapes) {
    /** Keeps a copy of the list that cannot change. */
    public Picture {
        shapes = List.copyOf(shapes);
    }

    /** Returns this picture with more shapes on top. */
    public Picture with(List<Shape> more) {
        List<Shape> all = Stream.concat(shapes.stream(), more.stream()).toList();
        return new Picture(width, height, background, all);
    }
}
