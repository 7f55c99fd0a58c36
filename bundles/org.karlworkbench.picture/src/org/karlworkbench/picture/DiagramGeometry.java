package org.karlworkbench.picture;

/** Where the boxes of a diagram lie in a picture of some width; whole pixels. */
final class DiagramGeometry {
    static final int PAD = 8;
    private static final int MARGIN = 10;
    private static final int BETWEEN_ROWS = 44;
    private static final int MOST_WIDTH = 300;
    private static final double GAP_SHARE = 0.34; // of what a column and the gap beside it take

    private final int step;
    private final int boxWidth;
    private final int boxHeight;
    private final int gap;
    private final int left;
    private final int top;
    private final int rows;

    DiagramGeometry(Diagram diagram, TextMeasure measure, int width) {
        step = measure.height() + 2;
        int columns =
                1 + diagram.boxes().stream().mapToInt(Diagram.Box::column).max().orElse(0);
        rows = 1 + diagram.boxes().stream().mapToInt(Diagram.Box::row).max().orElse(0);
        int lines = diagram.boxes().stream()
                .mapToInt(box -> box.lines().size())
                .max()
                .orElse(0);
        int room = Math.max(columns, width - 2 * MARGIN);
        double unit = room / (columns - GAP_SHARE);
        boxWidth = (int) Math.min(MOST_WIDTH, unit * (1 - GAP_SHARE));
        gap = (int) (unit * GAP_SHARE);
        boxHeight = (lines + 1) * step + 2 * PAD;
        left = MARGIN;
        top = MARGIN + (diagram.arrows().stream().anyMatch(Diagram.Arrow::isLoop) ? loop() : 0);
    }

    /** How far a loop reaches above its box. */
    int loop() {
        return step + 10;
    }

    int step() {
        return step;
    }

    int gap() {
        return gap;
    }

    int boxWidth() {
        return boxWidth;
    }

    int boxHeight() {
        return boxHeight;
    }

    int x(Diagram.Box box) {
        return left + box.column() * (boxWidth + gap);
    }

    int y(Diagram.Box box) {
        return top + box.row() * (boxHeight + BETWEEN_ROWS);
    }

    int height() {
        return top + rows * boxHeight + (rows - 1) * BETWEEN_ROWS + MARGIN;
    }

    boolean contains(Diagram.Box box, int x, int y) {
        return x >= x(box) && x < x(box) + boxWidth && y >= y(box) && y < y(box) + boxHeight;
    }
}
