package org.karlworkbench.ui.sizes;

import java.util.List;
import java.util.Locale;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.kernel.RowTable;
import org.karlworkbench.ui.table.Column;

/** The columns of a list by size: name, size, share of the whole, and the share of all so far. */
final class SizeColumns {
    private static final int NUMBER_WIDTH = 90;

    private SizeColumns() {}

    /**
     * Makes the columns.
     *
     * @param tree the sizes
     * @param table which level is listed
     * @param nodes what is listed, the largest first
     * @param whole the size that is 100 %
     */
    static List<Column> of(SizeTree tree, RowTable table, int[] nodes, long whole) {
        Rows rows = table.rows(tree.layout());
        double all = Math.max(1, whole);
        double[] sums = new double[nodes.length];
        double sum = 0;
        for (int i = 0; i < nodes.length; i++) {
            sum += tree.model().size(nodes[i]);
            sums[i] = sum;
        }
        return List.of(
                Column.text("Name", 0, at -> tree.model().label(nodes[at]))
                        .withIcon(at -> Images.of(rows.kind(tree.row(nodes[at])))),
                Column.number("Size", NUMBER_WIDTH, at -> tree.model().size(nodes[at]), Formats::count),
                Column.decimal(
                        "Share", NUMBER_WIDTH, at -> 100.0 * tree.model().size(nodes[at]) / all, SizeColumns::percent),
                Column.decimal("Cumulative", NUMBER_WIDTH, at -> 100 * sums[at] / all, SizeColumns::percent),
                Column.text("Section", NUMBER_WIDTH, at -> rows.section(tree.row(nodes[at]))));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", share);
    }
}
