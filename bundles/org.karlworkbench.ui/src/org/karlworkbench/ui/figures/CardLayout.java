package org.karlworkbench.ui.figures;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/** Lays cards out in columns, in as few lines as the width allows and with the same number of cards in each. */
final class CardLayout extends Layout {
    private static final int GAP = 4;
    private static final int MARGIN = 4;

    /** The height of as many whole lines of cards as fit into a height, one at least. */
    static int wholeLines(Composite cards, int height) {
        int line = Grid.of(cards, Integer.MAX_VALUE).height() + GAP;
        int lines = Math.max(1, (height - 2 * MARGIN + GAP) / line);
        return lines * line - GAP + 2 * MARGIN;
    }

    @Override
    protected Point computeSize(Composite cards, int widthHint, int heightHint, boolean flushCache) {
        Grid grid = Grid.of(cards, widthHint == SWT.DEFAULT ? Integer.MAX_VALUE : widthHint);
        return new Point(grid.width(), grid.lines() * (grid.height() + GAP) - GAP + 2 * MARGIN);
    }

    @Override
    protected void layout(Composite cards, boolean flushCache) {
        int width = cards.getClientArea().width;
        Grid grid = Grid.of(cards, width);
        int[] widths = grid.stretched(width);
        Control[] children = cards.getChildren();
        for (int i = 0; i < children.length; i++) {
            int column = i % widths.length;
            int x = MARGIN + Arrays.stream(widths, 0, column).sum() + column * GAP;
            int y = MARGIN + i / widths.length * (grid.height() + GAP);
            children[i].setBounds(x, y, widths[column], grid.height());
        }
    }

    /** How wide each column has to be, how high each line, and how many lines there are. */
    private record Grid(int[] widths, int height, int lines) {
        static Grid of(Composite cards, int width) {
            Point[] sizes = Arrays.stream(cards.getChildren())
                    .map(card -> card.computeSize(SWT.DEFAULT, SWT.DEFAULT))
                    .toArray(Point[]::new);
            int height = Arrays.stream(sizes).mapToInt(size -> size.y).max().orElse(0);
            int lines = 1;
            Grid grid = new Grid(columns(sizes, lines), height, lines);
            while (grid.width() > width && grid.widths.length > 1) {
                lines++;
                grid = new Grid(columns(sizes, lines), height, lines);
            }
            return grid;
        }

        private static int[] columns(Point[] sizes, int lines) {
            int count = Math.max(1, Math.ceilDiv(sizes.length, lines));
            int[] widths = new int[count];
            IntStream.range(0, sizes.length).forEach(i -> widths[i % count] = Math.max(widths[i % count], sizes[i].x));
            return widths;
        }

        int width() {
            return Arrays.stream(widths).sum() + (widths.length - 1) * GAP + 2 * MARGIN;
        }

        /** The columns when they share what is left of the width. */
        int[] stretched(int width) {
            int more = Math.max(0, width - width()) / widths.length;
            return Arrays.stream(widths).map(column -> column + more).toArray();
        }
    }
}
