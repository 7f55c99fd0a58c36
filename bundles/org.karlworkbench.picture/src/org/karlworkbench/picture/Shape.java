package org.karlworkbench.picture;

import java.util.List;

/**
 * What a picture is made of. Places are whole pixels (points of the screen), x to the right and y down; colours are
 * {@code 0xRRGGBB}; opacity goes from 0, invisible, to 255.
 */
public sealed interface Shape {
    /** A filled rectangle. */
    record Box(int x, int y, int width, int height, int colour, int opacity) implements Shape {
        /** Makes one that nothing shines through. */
        public Box(int x, int y, int width, int height, int colour) {
            this(x, y, width, height, colour, 255);
        }
    }

    /** A rectangle full of slanting lines. */
    record Hatch(int x, int y, int width, int height, int colour, int opacity) implements Shape {
        /** Pixels from one slanting line to the next. */
        public static final int STEP = 7;
    }

    /** The border of a rectangle, drawn inside of it. */
    record Frame(int x, int y, int width, int height, int thickness, int colour) implements Shape {}

    /** Straight lines one pixel thick from point to point; {@code points} are x and y in turn. */
    record Path(List<Integer> points, int colour, int opacity) implements Shape {
        /** Keeps a copy that cannot change. */
        public Path {
            points = List.copyOf(points);
        }

        /** Makes a line from a point to another one. */
        public static Path line(int fromX, int fromY, int toX, int toY, int colour, int opacity) {
            return new Path(List.of(fromX, fromY, toX, toY), colour, opacity);
        }
    }

    /** A filled polygon without a border; {@code points} are x and y in turn. */
    record Area(List<Integer> points, int colour, int opacity) implements Shape {
        /** Keeps a copy that cannot change. */
        public Area {
            points = List.copyOf(points);
        }
    }

    /** One line of text whose box has its left upper corner at a point. */
    record Text(int x, int y, String text, int colour, boolean bold) implements Shape {
        /** Makes one of normal weight. */
        public Text(int x, int y, String text, int colour) {
            this(x, y, text, colour, false);
        }
    }
}
