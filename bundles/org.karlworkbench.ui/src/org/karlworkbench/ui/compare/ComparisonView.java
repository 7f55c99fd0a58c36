package org.karlworkbench.ui.compare;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.compare.Pairs;
import org.karlworkbench.compare.State;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.canvas.RibbonBand;
import org.karlworkbench.ui.items.ComparisonItem;
import org.karlworkbench.ui.items.MoveItem;
import org.karlworkbench.ui.items.RowItem;
import org.karlworkbench.ui.kernel.Maps;
import org.karlworkbench.ui.kernel.RowTable;
import org.karlworkbench.ui.open.PartSelection;
import org.karlworkbench.ui.table.ColumnTable;
import org.karlworkbench.ui.table.Shown;

/** Two kernels side by side: figures, two maps on one scale, and tables; one selection in all of them. */
final class ComparisonView extends Composite {
    private static final List<MoveTable> TABS = List.of(MoveTable.values());

    private final PartSelection selection;
    private final FigureCards figures;
    private final KernelPane paneA;
    private final KernelPane paneB;
    private final RibbonBand band;
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
        figures = Ids.mark(new FigureCards(top, this::filter), "comparison.figures");
        GridDataFactory.fillDefaults().grab(true, false).hint(400, SWT.DEFAULT).applyTo(figures);
        SashForm sash = new SashForm(this, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        SashForm maps = Ids.mark(new SashForm(sash, SWT.VERTICAL), "comparison.maps");
        paneA = new KernelPane(maps, "a", "A", input.a(), (lane, row) -> selectedOnMap(true, lane, row));
        Composite between = new Composite(maps, SWT.NONE);
        between.setLayout(new FillLayout());
        paneB = new KernelPane(maps, "b", "B", input.b(), (lane, row) -> selectedOnMap(false, lane, row));
        maps.setWeights(41, 18, 41);
        band = Ids.mark(new RibbonBand(between, paneA.map(), paneB.map()), "comparison.ribbons");
        band.setHoverText(this::words);
        band.onSelect(item -> selectedOnMap(true, content.ribbons().lane(), item));
        crossOver();
        GridDataFactory.swtDefaults()
                .align(SWT.END, SWT.BEGINNING)
                .applyTo(Maps.tools(top, paneA.map(), new TogetherAction(paneA.map()))
                        .getControl());
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
        AddressMap.link(paneA.map(), paneB.map());
        band.setRibbons(content.ribbons());
        for (int i = 0; i < TABS.size(); i++) {
            PairRows rows = content.rows().get(TABS.get(i));
            tabs.getItem(i).setText(TABS.get(i).title() + " (" + Formats.count(rows.count()) + ")");
            tables.get(TABS.get(i)).setModel(MoveColumns.of(comparison, TABS.get(i), rows), rows.count());
        }
        if (comparison.objects().count() == 0) {
            tabs.setSelection(TABS.indexOf(MoveTable.SYMBOLS));
        }
        layout(true, true);
        selection.set(List.of(new ComparisonItem(comparison)));
    }

    /** Whether there is something to see. */
    boolean isShown() {
        return content != null;
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
        band.choose(lane == content.ribbons().lane() ? moves.rowA(row) : -1);
        // Maps that share one window cannot both be sure to show their item: the first one is.
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

    /** What the pointer is on in one map has its ribbon lit, whichever map that is. */
    private void crossOver() {
        paneA.onHover((lane, row) -> light(lane, row));
        paneB.onHover((lane, row) -> light(lane, content.ribbons().partnerOfLower(row)));
    }

    private void light(int lane, int item) {
        band.light(lane == content.ribbons().lane() ? item : -1);
    }

    private String words(int item) {
        MoveTable table = content.ribbons().lane() == ComparisonContent.LANES.indexOf(RowTable.OBJECTS)
                ? MoveTable.OBJECTS
                : MoveTable.SYMBOLS;
        Pairs pairs = table.moves(content.comparison()); // its first rows are those of A
        return Shown.line(pairs.name(item)) + " in " + Shown.line(pairs.section(item)) + "\n"
                + Formats.distance(pairs.distance(item));
    }

    /** Shows the rows of one state only; once more shows all again. */
    private void filter(State state) {
        ColumnTable table = tables.get(TABS.get(Math.max(0, tabs.getSelectionIndex())));
        String wanted = "state=\"" + MoveTable.words(state) + "\"";
        table.setFilter(table.filter().equals(wanted) ? "" : wanted);
    }

    /**
     * Selects the next row that is not at the same address in both kernels, in the table that is shown.
     *
     * @param step 1 for the next one, -1 for the one before
     */
    void goToDifference(int step) {
        MoveTable table = TABS.get(Math.max(0, tabs.getSelectionIndex()));
        ColumnTable rows = tables.get(table);
        int[] shown = rows.shownRows();
        int[] selected = rows.selection();
        int at = selected.length == 0
                ? -1
                : IntStream.range(0, shown.length)
                        .filter(i -> shown[i] == selected[0])
                        .findFirst()
                        .orElse(-1);
        Pairs pairs = table.moves(content.comparison());
        for (int i = at < 0 && step < 0 ? shown.length - 1 : at + step; i >= 0 && i < shown.length; i += step) {
            if (pairs.state(pair(table, shown[i])) != State.FIXED) {
                rows.selectShown(shown[i]);
                selectedInTable(table, new int[] {shown[i]});
                return;
            }
        }
        getDisplay().beep();
    }

    private void clear() {
        band.choose(-1);
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
