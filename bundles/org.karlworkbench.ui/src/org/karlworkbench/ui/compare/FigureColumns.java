package org.karlworkbench.ui.compare;

import java.util.List;
import org.karlworkbench.compare.report.FigureRow;
import org.karlworkbench.ui.table.Column;

/** The columns of a comparison's figures: each beside what two fair draws would give. */
final class FigureColumns {
    private FigureColumns() {}

    static List<Column> of(List<FigureRow> rows) {
        return List.of(
                Column.text("Figure", 310, row -> rows.get(row).name()),
                Column.text("Measured", 130, row -> rows.get(row).value()),
                Column.text("Two Fair Draws", 120, row -> rows.get(row).expected()),
                Column.text("Sigma", 70, row -> rows.get(row).sigma()),
                Column.text("That Is", 150, row -> rows.get(row).words()),
                Column.text("What It Means", 0, row -> rows.get(row).meaning()));
    }
}
