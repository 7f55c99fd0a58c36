package org.karlworkbench.ui.sizes;

import java.util.Locale;
import java.util.function.IntConsumer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.kernel.RowTable;
import org.karlworkbench.ui.table.ColumnTable;

/** The list by size: all sections, objects or symbols of a part of the kernel, the largest first. */
final class SizeList {
    private final ColumnTable table;
    private RowTable level;
    private int[] nodes = {};

    SizeList(Composite parent, RowTable level) {
        this.level = level;
        table = new ColumnTable(parent, "sizes.list", "Sizes");
    }

    /** Sets who is told which node a person selects. */
    void onSelect(IntConsumer listener) {
        table.onSelect(rows -> {
            if (rows.length > 0) {
                listener.accept(nodes[rows[0]]);
            }
        });
    }

    /** Sets who is told which node a person opens. */
    void onOpen(IntConsumer listener) {
        table.onOpen(row -> listener.accept(nodes[row]));
    }

    void setMenu(Menu menu) {
        table.setContextMenu(menu);
    }

    RowTable level() {
        return level;
    }

    /** Sets what is listed from now on. */
    void setLevel(RowTable newLevel) {
        level = newLevel;
    }

    /**
     * Lists what lies within a node.
     *
     * @return what is listed, in words
     */
    String show(SizeTree tree, int root) {
        RowTable listed = listed(tree);
        nodes = tree.bySize(listed, root);
        long whole = tree.model().size(root);
        table.setModel(SizeColumns.of(tree, listed, nodes, whole), nodes.length);
        String many = listed.title().toLowerCase(Locale.ROOT);
        String one = many.substring(0, many.length() - 1);
        return tree.model().path(root) + ": " + Formats.plural(nodes.length, one, many) + " in " + Formats.bytes(whole);
    }

    /** The level that was chosen; symbols where no objects are known. */
    private RowTable listed(SizeTree tree) {
        boolean objects = tree.layout().objects().count() > 0;
        return level == RowTable.OBJECTS && !objects ? RowTable.SYMBOLS : level;
    }

    /** Selects a node, if it is listed. */
    void select(int node) {
        int found = -1;
        for (int i = 0; i < nodes.length && found < 0; i++) {
            found = nodes[i] == node ? i : -1;
        }
        table.select(found);
    }
}
