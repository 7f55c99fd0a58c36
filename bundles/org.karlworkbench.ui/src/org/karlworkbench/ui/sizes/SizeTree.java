package org.karlworkbench.ui.sizes;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.karlworkbench.layout.KeySort;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.picture.Palette;
import org.karlworkbench.picture.TreemapModel;
import org.karlworkbench.ui.items.RowItem;
import org.karlworkbench.ui.kernel.Colouring;
import org.karlworkbench.ui.kernel.Lanes;
import org.karlworkbench.ui.kernel.RowTable;
import org.karlworkbench.ui.table.Shown;

/**
 * A layout as a treemap: the kernel, its sections, what each object put into them, and its symbols. Every byte counts once:
 * where symbols lie in each other, the outer one has it. Node 0 is the kernel; then come the rows of sections, objects and
 * symbols.
 */
final class SizeTree {
    private static final RowTable[] LEVELS = {RowTable.SECTIONS, RowTable.OBJECTS, RowTable.SYMBOLS};

    private final Layout layout;
    private final int[] starts;
    private final int[] parents;
    private final long[] sizes;
    private final TreemapModel model;

    /**
     * Makes the tree; linear in the rows of the layout, not for the UI thread.
     *
     * @param layout the layout
     * @param colouring by what the nodes are coloured
     */
    SizeTree(Layout layout, Colouring colouring) {
        this.layout = layout;
        starts = new int[LEVELS.length + 1];
        starts[0] = 1;
        for (int level = 0; level < LEVELS.length; level++) {
            starts[level + 1] = starts[level] + rows(level).count();
        }
        parents = new int[starts[LEVELS.length]];
        sizes = new long[parents.length];
        Arrays.fill(parents, -1);
        sections();
        objects();
        symbols();
        model = new TreemapModel(parents, sizes, colours(colouring), this::label, colouring.legend(layout));
    }

    private Rows rows(int level) {
        return LEVELS[level].rows(layout);
    }

    private void sections() {
        Rows sections = rows(0);
        for (int row = 0; row < sections.count(); row++) {
            parents[starts[0] + row] = 0;
            sizes[starts[0] + row] = Math.max(0, sections.size(row));
            sizes[0] = sum(sizes[0], sizes[starts[0] + row]);
        }
    }

    /** The largest number where a damaged file would have more. */
    private static long sum(long a, long b) {
        return a + b < 0 ? Long.MAX_VALUE : a + b;
    }

    private void objects() {
        Rows sections = rows(0);
        Map<Integer, Integer> byIndex = new HashMap<>();
        for (int row = 0; row < sections.count(); row++) {
            byIndex.putIfAbsent(sections.sectionIndex(row), starts[0] + row);
        }
        Rows objects = rows(1);
        for (int row = 0; row < objects.count(); row++) {
            parents[starts[1] + row] = byIndex.getOrDefault(objects.sectionIndex(row), -1);
            sizes[starts[1] + row] = Math.max(0, objects.size(row));
        }
    }

    /** One sweep by address; what an earlier symbol covers is its own. */
    private void symbols() {
        Rows symbols = rows(2);
        int[] order = outerFirst(symbols);
        long covered = 0;
        for (int row : order) {
            long address = symbols.address(row);
            int parent = around(address);
            if (parent >= 0 && symbols.size(row) > 0) {
                Rows outer = parent >= starts[1] ? rows(1) : rows(0);
                int outerRow = parent - (parent >= starts[1] ? starts[1] : starts[0]);
                long from = Long.compareUnsigned(address, covered) < 0 ? covered : address;
                long end = min(symbols.end(row), outer.end(outerRow));
                parents[starts[2] + row] = parent;
                if (Long.compareUnsigned(from, end) < 0) {
                    sizes[starts[2] + row] = end - from;
                    covered = end;
                }
            }
        }
    }

    /** Of symbols at one address the largest first: it leaves no room for the others, whose order is all the same. */
    private static int[] outerFirst(Rows symbols) {
        int[] order = IntStream.range(0, symbols.count()).toArray();
        int first = 0;
        for (int row = 1; row < order.length; row++) {
            if (symbols.address(row) != symbols.address(order[first])) {
                first = row;
            } else if (symbols.size(row) > symbols.size(order[first])) {
                order[row] = order[first];
                order[first] = row;
            }
        }
        return order;
    }

    private static long min(long a, long b) {
        return Long.compareUnsigned(a, b) < 0 ? a : b;
    }

    /** The object at an address, or the section where none is known; -1 for neither. */
    private int around(long address) {
        int object = rows(1).at(address);
        if (object >= 0 && rows(1).size(object) > 0 && parents[starts[1] + object] >= 0) {
            return starts[1] + object;
        }
        int section = rows(0).at(address);
        return section < 0 ? -1 : starts[0] + section;
    }

    private int[] colours(Colouring colouring) {
        int[] colours = new int[parents.length];
        colours[0] = Palette.UNKNOWN;
        for (int level = 0; level < LEVELS.length; level++) {
            for (int row = 0; row < rows(level).count(); row++) {
                colours[starts[level] + row] = colouring.of(layout, LEVELS[level], row);
            }
        }
        return colours;
    }

    private String label(int node) {
        RowTable table = table(node);
        if (table == null) {
            return Shown.line(layout.kernel().getFileName().toString());
        }
        String name = Shown.line(table.rows(layout).name(row(node)));
        return name.isEmpty() ? table.rows(layout).kind(row(node)).label() : name;
    }

    TreemapModel model() {
        return model;
    }

    Layout layout() {
        return layout;
    }

    /** The table that has the row of a node; null for the kernel. */
    RowTable table(int node) {
        int level = LEVELS.length - 1;
        while (level >= 0 && node < starts[level]) {
            level--;
        }
        return level < 0 ? null : LEVELS[level];
    }

    /** The row of a node in its table. */
    int row(int node) {
        int level = LEVELS.length - 1;
        while (node < starts[level]) {
            level--;
        }
        return node - starts[level];
    }

    /** The item of a node; null for the kernel. */
    RowItem item(int node) {
        RowTable table = table(node);
        return table == null ? null : new RowItem(layout, table, row(node));
    }

    /** The node of a row, or -1 for a gap, which lies among the objects. */
    int node(RowTable table, int row) {
        for (int level = 0; level < LEVELS.length; level++) {
            if (LEVELS[level] == table) {
                return starts[level] + row;
            }
        }
        return -1;
    }

    /** What is told of a node at the pointer. */
    String hover(int node) {
        RowTable table = table(node);
        return table == null ? label(0) : Lanes.hover(table.rows(layout), row(node));
    }

    /** The nodes of a table within another node, the largest first; what has no size is left out. */
    int[] bySize(RowTable table, int root) {
        int first = node(table, 0);
        int[] nodes = IntStream.range(first, first + table.rows(layout).count())
                .filter(node -> sizes[node] > 0 && model.isWithin(node, root) && node != root)
                .toArray();
        long[] keys = Arrays.stream(nodes)
                .mapToLong(node -> Long.MAX_VALUE - sizes[node])
                .toArray();
        int[] order = KeySort.order(keys, keys.length);
        return Arrays.stream(order).map(at -> nodes[at]).toArray();
    }
}
