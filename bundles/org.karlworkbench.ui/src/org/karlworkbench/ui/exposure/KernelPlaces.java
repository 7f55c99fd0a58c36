package org.karlworkbench.ui.exposure;

import java.util.List;
import org.eclipse.ui.IWorkbenchPage;
import org.karlworkbench.layout.Hit;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.ui.kernel.KernelEditor;
import org.karlworkbench.ui.kernel.Lanes;
import org.karlworkbench.ui.kernel.LayoutSource;
import org.karlworkbench.ui.kernel.RowTable;

/**
 * The places in a kernel.
 *
 * @param layout the kernel's layout
 */
record KernelPlaces(Layout layout) implements LeakPlaces {
    private static final List<RowTable> LANES = List.of(RowTable.OBJECTS, RowTable.SYMBOLS);

    @Override
    public MapModel map(LeakStates states) {
        return Lanes.of(
                layout,
                LANES,
                LayoutSource.page(layout),
                (table, row) -> state(states, table, row).colour(),
                LeakState.legend());
    }

    private LeakState state(LeakStates states, RowTable table, int row) {
        Rows rows = table.rows(layout);
        return table == RowTable.OBJECTS
                ? states.piece(rows.object(row), rows.section(row))
                : states.symbol(rows.object(row), rows.section(row), rows.name(row));
    }

    @Override
    public String hover(LeakStates states, int lane, int item) {
        RowTable table = LANES.get(lane);
        return Lanes.hover(table.rows(layout), item) + "\nState\t"
                + state(states, table, item).words();
    }

    @Override
    public String symbol(int item) {
        Rows rows = layout.symbols();
        return LeakQuestion.symbol(rows.object(item), rows.name(item));
    }

    @Override
    public void reveal(IWorkbenchPage page, int lane, int item) {
        KernelEditor.reveal(page, layout, LANES.get(lane), item);
    }

    @Override
    public void goTo(IWorkbenchPage page, String object, String name) {
        Rows rows = name.isEmpty() ? layout.objects() : layout.symbols();
        rows.stream()
                .filter(row -> rows.object(row).equals(object)
                        && (name.isEmpty() || rows.name(row).equals(name)))
                .findFirst()
                .ifPresent(row -> KernelEditor.goTo(
                        page,
                        layout,
                        new Hit(name.isEmpty() ? Hit.Table.OBJECTS : Hit.Table.SYMBOLS, row, rows.address(row), 0)));
    }
}
