package org.karlworkbench.picture;

/**
 * Lays a tree out as a treemap: each node a rectangle whose area is its share, as near to a square as can be (Bruls,
 * Huizing and van Wijk, "Squarified Treemaps", 2000). What would have no pixel of its own is left out, so that the number
 * of tiles depends on the pixels and never on that of the nodes.
 */
public final class TreemapLayout {
    private static final int BORDER = 1;

    /** Within smaller tiles nothing is told apart. */
    private static final int SMALLEST = 6;

    private static final int NARROWEST_HEADER = 48;

    private final TreemapModel model;
    private final TextMeasure measure;
    private final TreemapTiles tiles = new TreemapTiles();

    private TreemapLayout(TreemapModel model, TextMeasure measure) {
        this.model = model;
        this.measure = measure;
    }

    /**
     * Lays out what lies within a node.
     *
     * @param root the node that takes all the room
     * @param width pixels
     * @param height pixels
     * @param measure the font of the names
     */
    public static TreemapTiles of(TreemapModel model, int root, int width, int height, TextMeasure measure) {
        TreemapLayout layout = new TreemapLayout(model, measure);
        if (width > 0 && height > 0 && model.size(root) > 0) {
            layout.place(root, 0, 0, width, height);
        }
        return layout.tiles;
    }

    private void place(int node, int x, int y, int width, int height) {
        boolean parted = model.childCount(node) > 0 && width >= SMALLEST && height >= SMALLEST;
        int strip = measure.height() + 2;
        int header = !parted ? -1 : width >= NARROWEST_HEADER && height >= 3 * strip ? strip : 0;
        tiles.add(node, x, y, width, height, header);
        if (parted) {
            int top = y + Math.max(header, BORDER);
            new Room(node, x + BORDER, top, width - 2 * BORDER, y + height - BORDER - top).fill();
        }
    }

    /** What is left of a node's rectangle while its children are placed, row by row along its shorter side. */
    private final class Room {
        private final int node;
        private final double scale;
        private double x;
        private double y;
        private double width;
        private double height;

        Room(int node, int x, int y, int width, int height) {
            this.node = node;
            this.x = x;
            this.y = y;
            this.width = width;
            this.height = height;
            double sum = 0;
            for (int rank = 0; rank < model.childCount(node); rank++) {
                sum += model.size(model.child(node, rank));
            }
            scale = (double) width * height / Math.max(sum, model.size(node));
        }

        private double area(int rank) {
            return model.size(model.child(node, rank)) * scale;
        }

        void fill() {
            int count = model.childCount(node);
            int first = 0;
            while (first < count && area(first) >= 0.5 && width >= 1 && height >= 1) {
                double side = Math.min(width, height);
                double sum = area(first);
                int next = first + 1;
                while (next < count
                        && worst(first, next, sum + area(next), side) <= worst(first, next - 1, sum, side)) {
                    sum += area(next++);
                }
                row(first, next, sum);
                first = next;
            }
        }

        /** The worst ratio of the sides of a row's tiles; the first is the largest, the last the smallest. */
        private double worst(int first, int last, double sum, double side) {
            double square = side * side;
            return Math.max(square * area(first) / (sum * sum), sum * sum / (square * area(last)));
        }

        private void row(int first, int end, double sum) {
            boolean upright = width >= height;
            double thick = Math.min(sum / (upright ? height : width), upright ? width : height);
            double at = upright ? y : x;
            for (int rank = first; rank < end; rank++) {
                double next = at + area(rank) / thick;
                if (upright) {
                    tile(model.child(node, rank), x, at, x + thick, next);
                } else {
                    tile(model.child(node, rank), at, y, next, y + thick);
                }
                at = next;
            }
            x += upright ? thick : 0;
            width -= upright ? thick : 0;
            y += upright ? 0 : thick;
            height -= upright ? 0 : thick;
        }

        /** Edges are rounded, not sizes: neighbours share theirs. */
        private void tile(int child, double left, double top, double right, double bottom) {
            int fromX = (int) Math.round(left);
            int fromY = (int) Math.round(top);
            int toX = (int) Math.round(right);
            int toY = (int) Math.round(bottom);
            if (toX > fromX && toY > fromY) {
                place(child, fromX, fromY, toX - fromX, toY - fromY);
            }
        }
    }
}
