package org.karlworkbench.picture;

import java.util.ArrayList;
import java.util.List;

/** Counts in rows and columns as colours: the more, the stronger. */
public final class HeatMap {
    private static final int LEFT = 190;
    private static final int ROW = 16;
    private static final int CELL = 6;
    private static final int INK = 0x8c2d04;
    private static final int LETTERS = 26;

    private HeatMap() {}

    /**
     * Draws counts.
     *
     * @param style its colours
     * @param names of the rows
     * @param counts of each row, all of one length
     * @param below what the columns are
     */
    public static Picture of(MapStyle style, List<String> names, List<int[]> counts, String below) {
        List<Shape> shapes = new ArrayList<>();
        int columns = counts.isEmpty() ? 0 : counts.getFirst().length;
        for (int row = 0; row < counts.size(); row++) {
            String name = Names.clean(names.get(row));
            String shown = name.length() > LETTERS ? name.substring(0, LETTERS - 1) + "…" : name;
            shapes.add(new Shape.Text(4, row * ROW + 1, shown, style.foreground()));
            int most = 1;
            for (int count : counts.get(row)) {
                most = Math.max(most, count);
            }
            for (int column = 0; column < columns; column++) {
                int count = counts.get(row)[column];
                if (count > 0) {
                    int opacity = Math.max(8, 255 * count / most);
                    shapes.add(new Shape.Box(
                            LEFT + column * CELL, row * ROW, CELL, ROW - 1, ChartFrame.on(style, INK), opacity));
                }
            }
        }
        int height = counts.size() * ROW;
        shapes.add(new Shape.Text(LEFT, height + 4, below, style.foreground()));
        return new Picture(LEFT + columns * CELL + 10, height + 24, style.background(), shapes);
    }
}
