package org.karlworkbench.ui.compare;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.compare.Pairs;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.items.ComparisonItem;
import org.karlworkbench.ui.items.MoveItem;
import org.karlworkbench.ui.items.RowItem;
import org.karlworkbench.ui.kernel.Maps;
import org.karlworkbench.ui.kernel.RowTable;
import org.karlworkbench.ui.open.PartSelection;
import org.karlworkbench.ui.table.ColumnTable;

/** Two kernels side by side: figures, two maps on one scale, and tables; one selection in all of them. */
final class ComparisonView extends Composite {
    private static final List<MoveTable> TABS = List.of(MoveTable.values());

    private final PartSelection selection;
    private final FigureCards figures;
    private final KernelPane paneA;
    private final KernelPane paneB;
    private final CTabFolder tabs;
    private final Map<MoveTable, ColumnTable> tables = new EnumMap<>(MoveTable.class);
    private ComparisonContent content;

    ComparisonView(Composite parent, PartSelection selection, ComparisonInput input) {
        super(parent, SWT.NONE);
        this.selection = selection;
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        Composite top = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(top);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(top);
        figures = Ids.mark(new FigureCards(top), "comparison.figures");
        GridDataFactory.fillDefaults().grab(true, false).hint(400, SWT.DEFAULT).applyTo(figures);
        SashForm sash = new SashForm(this, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        SashForm maps = Ids.mark(new SashForm(sash, SWT.VERTICAL), "comparison.maps");
        paneA = new KernelPane(maps, "a", "A", input.a(), (lane, row) -> selectedOnMap(true, lane, row));
        paneB = new KernelPane(maps, "b", "B", input.b(), (lane, row) -> selectedOnMap(false, lane, row));
        GridDataFactory.swtDefaults()
                .align(SWT.END, SWT.BEGINNING)
                .applyTo(Maps.tools(top, paneA.map()).getControl());
        tabs = Ids.mark(new CTabFolder(sash, SWT.TOP | SWT.FLAT), "comparison.tabs");
        TABS.forEach(this::tab);
        tabs.setSelection(0);
        sash.setWeights(62, 38);
    }

    private void tab(MoveTable table) {
        String id = table.name().toLowerCase(Locale.ROOT);
        CTabItem item = Ids.mark(new CTabItem(tabs, SWT.NONE), "comparison.tab." + id);
        item.setText(table.title());
        ColumnTable rows = new ColumnTable(tabs, "comparison." + id, table.title());
        item.setControl(rows);
        tables.put(table, rows);
        rows.onSelect(selected -> selectedInTable(table, selected));
        rows.onOpen(row -> zoomTo(table, pair(table, row)));
        rows.onShown(() -> highlight(table));
    }

    /** Shows a comparison. */
    void show(ComparisonContent newContent) {
        content = newContent;
        Comparison comparison = content.comparison();
        figures.show(comparison.figures());
        paneA.show(comparison.a(), content.mapA());
        paneB.show(comparison.b(), content.mapB());
        org.karlworkbench.ui.canvas.AddressMap.link(paneA.map(), paneB.map());
        for (int i = 0; i < TABS.size(); i++) {
            PairRows rows = content.rows().get(TABS.get(i));
            tabs.getItem(i).setText(TABS.get(i).title() + " (" + Formats.count(rows.count()) + ")");
            tables.get(TABS.get(i)).setModel(MoveColumns.of(TABS.get(i), rows), rows.count());
        }
        if (comparison.objects().count() == 0) {
            tabs.setSelection(TABS.indexOf(MoveTable.SYMBOLS));
        }
        layout(true, true);
        selection.set(List.of(new ComparisonItem(comparison)));
    }

    void setMenus(Menu menu) {
        paneA.map().setMenu(menu);
        paneB.map().setMenu(menu);
        tables.values().forEach(table -> table.setContextMenu(menu));
    }

    private void selectedInTable(MoveTable table, int[] rows) {
        if (rows.length > 0) {
            showOnMaps(table, pair(table, rows[0]), true);
        }
        selection.set(Arrays.stream(rows)
                .mapToObj(row -> new MoveItem(content.comparison(), table, pair(table, row)))
                .toList());
    }

    private int pair(MoveTable table, int row) {
        return content.rows().get(table).pair(row);
    }

    private void showOnMaps(MoveTable table, int row, boolean reveal) {
        Pairs moves = table.moves(content.comparison());
        int lane = ComparisonContent.LANES.indexOf(table.rows());
        paneA.select(lane, moves.rowA(row));
        paneB.select(lane, moves.rowB(row));
        // The maps share one window, so only one of them can be sure to show its item.
        if (reveal) {
            (moves.rowA(row) >= 0 ? paneA : paneB)
                    .reveal(lane, moves.rowA(row) >= 0 ? moves.rowA(row) : moves.rowB(row));
        }
    }

    private void zoomTo(MoveTable table, int row) {
        Pairs moves = table.moves(content.comparison());
        int lane = ComparisonContent.LANES.indexOf(table.rows());
        if (moves.rowA(row) >= 0) {
            paneA.map().window().zoomTo(lane, moves.rowA(row));
        } else {
            paneB.map().window().zoomTo(lane, moves.rowB(row));
        }
    }

    private void selectedOnMap(boolean first, int lane, int index) {
        if (lane < 0) {
            clear();
            return;
        }
        RowTable rows = ComparisonContent.LANES.get(lane);
        MoveTable table =
                rows == RowTable.OBJECTS ? MoveTable.OBJECTS : rows == RowTable.SYMBOLS ? MoveTable.SYMBOLS : null;
        int row = table == null ? -1 : content.rows().get(table).find(first, index);
        Comparison comparison = content.comparison();
        if (row < 0) {
            (first ? paneB : paneA).map().clearSelection();
            selection.set(List.of(new RowItem(first ? comparison.a() : comparison.b(), rows, index)));
            return;
        }
        tabs.setSelection(TABS.indexOf(table));
        tables.get(table).selectShown(row);
        showOnMaps(table, pair(table, row), false);
        selection.set(List.of(new MoveItem(comparison, table, pair(table, row))));
    }

    private void clear() {
        tables.values().forEach(table -> table.select(-1));
        paneA.map().clearSelection();
        paneB.map().clearSelection();
        selection.set(List.of(new ComparisonItem(content.comparison())));
    }

    /** What a filter leaves lights up on both maps. */
    private void highlight(MoveTable table) {
        ColumnTable rows = tables.get(table);
        if (content == null) {
            return;
        }
        int lane = ComparisonContent.LANES.indexOf(table.rows());
        if (rows.filter().isBlank()) {
            paneA.map().setHighlight(lane, null);
            paneB.map().setHighlight(lane, null);
            return;
        }
        Pairs moves = table.moves(content.comparison());
        BitSet inA = new BitSet();
        BitSet inB = new BitSet();
        for (int row : rows.shownRows()) {
            mark(inA, moves.rowA(pair(table, row)));
            mark(inB, moves.rowB(pair(table, row)));
        }
        paneA.map().setHighlight(lane, inA);
        paneB.map().setHighlight(lane, inB);
    }

    private static void mark(BitSet set, int row) {
        if (row >= 0) {
            set.set(row);
        }
    }

    @Override
    public boolean setFocus() {
        return paneA.map().setFocus();
    }
}
