package org.karlworkbench.ui.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.ui.items.Item;
import org.karlworkbench.ui.items.KernelItem;
import org.karlworkbench.ui.items.RowItem;

/** A layout as a tree: kernel, sections, objects, symbols. What is below an item is found when it is asked for. */
final class KernelTree {
    private final Layout layout;
    private final KernelItem kernel;
    private final Map<Item, List<RowItem>> children = new HashMap<>();

    KernelTree(Layout layout) {
        this.layout = layout;
        kernel = new KernelItem(layout);
    }

    KernelItem kernel() {
        return kernel;
    }

    /** What is directly below an item, by address. */
    List<RowItem> below(Item item) {
        return children.computeIfAbsent(item, this::find);
    }

    private List<RowItem> find(Item item) {
        if (!(item instanceof RowItem row)) {
            return items(RowTable.SECTIONS, layout.sections().stream());
        }
        return switch (row.table()) {
            case SECTIONS -> inSection(layout.sections().sectionIndex(row.row()));
            case OBJECTS -> inObject(row.row());
            case SYMBOLS, GAPS -> List.of();
        };
    }

    /** The objects of a section; where none are known, its symbols. */
    private List<RowItem> inSection(int section) {
        Rows objects = layout.objects();
        List<RowItem> found = items(
                RowTable.OBJECTS,
                objects.stream()
                        .filter(row -> objects.sectionIndex(row) == section && objects.size(row) > 0)
                        .filter(row -> objects.kind(row) != Kind.FILL));
        Rows symbols = layout.symbols();
        return found.isEmpty()
                ? items(RowTable.SYMBOLS, symbols.stream().filter(row -> symbols.sectionIndex(row) == section))
                : found;
    }

    private List<RowItem> inObject(int object) {
        Rows objects = layout.objects();
        Rows symbols = layout.symbols();
        String name = objects.object(object);
        int first = symbols.floor(objects.address(object) - 1) + 1;
        return items(
                RowTable.SYMBOLS,
                IntStream.range(first, symbols.count())
                        .takeWhile(row -> Long.compareUnsigned(
                                        symbols.address(row) - objects.address(object), objects.size(object))
                                < 0)
                        .filter(row -> symbols.object(row).equals(name)));
    }

    private List<RowItem> items(RowTable table, IntStream rows) {
        return rows.mapToObj(row -> new RowItem(layout, table, row)).toList();
    }
}
