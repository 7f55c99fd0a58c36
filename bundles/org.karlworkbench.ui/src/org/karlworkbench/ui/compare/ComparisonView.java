package org.karlworkbench.ui.compare;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.compare.Pairs;
import org.karlworkbench.compare.gadgets.Gadgets;
import org.karlworkbench.ui.ButtonAction;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.canvas.RibbonBand;
import org.karlworkbench.ui.figures.Room;
import org.karlworkbench.ui.items.ComparisonItem;
import org.karlworkbench.ui.items.MoveItem;
import org.karlworkbench.ui.items.RowItem;
import org.karlworkbench.ui.kernel.Maps;
import org.karlworkbench.ui.kernel.RowTable;
import org.karlworkbench.ui.open.PartSelection;
import org.karlworkbench.ui.table.Shown;

/** Two kernels side by side: figures, two maps on one scale, and tables; one selection in all of them. */
final class ComparisonView extends Composite implements ComparisonTables.Listener {
    private final PartSelection selection;
    private final FigureCards figures;
    private static final int LINES_FOR_BOTH = 22;
    private static final int[] USUAL = {68, 32};
    private static final int[] TIGHT = {84, 16};

    /** Of the height no more than this share is for figures; where there are more, they scroll. */
    private static final double MOST_FOR_FIGURES = 0.4;

    private static final int LETTERS_OF_A_CARD = 20;

    private final ScrolledComposite cards;
    private final SashForm sash;
    private final SashForm maps;
    private final KernelPane paneA;
    private final KernelPane paneB;
    private final RibbonBand band;
    private final ComparisonTables tables;
    private final ComparisonFlight flight;
    private int[] shares;
    private ComparisonContent content;
    private Gadgets gadgets;

    /**
     * Makes a view that shows nothing yet.
     *
     * @param parent the composite around it
     * @param selection told what is selected
     * @param dropped told of kernels that are dropped on A (true) or B, to be shown instead
     */
    ComparisonView(Composite parent, PartSelection selection, BiConsumer<Boolean, List<Path>> dropped) {
        super(parent, SWT.NONE);
        this.selection = selection;
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        Composite top = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(top);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(top);
        cards = new ScrolledComposite(top, SWT.V_SCROLL);
        figures = Ids.mark(new FigureCards(cards, this::filter), "comparison.figures");
        cards.setContent(figures);
        Room.scroll(cards, LETTERS_OF_A_CARD);
        GridDataFactory.fillDefaults().grab(true, false).hint(400, SWT.DEFAULT).applyTo(cards);
        addListener(SWT.Resize, _ -> fitCards());
        cards.addListener(SWT.Resize, _ -> fitCards());
        sash = new SashForm(this, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        maps = Ids.mark(new SashForm(sash, SWT.VERTICAL), "comparison.maps");
        paneA = new KernelPane(
                maps, "a", "A", (lane, row) -> selectedOnMap(true, lane, row), files -> dropped.accept(true, files));
        Composite between = new Composite(maps, SWT.NONE);
        between.setLayout(new FillLayout());
        paneB = new KernelPane(
                maps, "b", "B", (lane, row) -> selectedOnMap(false, lane, row), files -> dropped.accept(false, files));
        maps.setWeights(41, 18, 41);
        band = Ids.mark(new RibbonBand(between, paneA.map(), paneB.map()), "comparison.ribbons");
        band.setHoverText(this::words);
        band.onSelect(item -> selectedOnMap(true, content.ribbons().lane(), item));
        flight = new ComparisonFlight(paneB, band, this::flies);
        crossOver();
        GridDataFactory.swtDefaults().align(SWT.END, SWT.BEGINNING).applyTo(tools(top));
        paneA.addLegend(MoveColours.legend());
        tables = new ComparisonTables(sash, this);
        sash.addListener(SWT.Resize, _ -> share());
    }

    private Control tools(Composite parent) {
        ToolBarManager bar = Maps.tools(parent, paneA.map(), new TogetherAction(paneA.map()));
        bar.add(flight.action());
        bar.add(new ButtonAction("Save Report...", "export", this::saveReport));
        bar.update(true);
        return bar.getControl();
    }

    /** Shows a comparison. */
    void show(ComparisonContent newContent) {
        flight.shows(newContent);
        content = newContent;
        gadgets = null;
        Comparison comparison = content.comparison();
        figures.show(comparison.figures(), null);
        paneA.show(comparison.a(), content.mapA());
        paneB.show(comparison.b(), content.mapB());
        AddressMap.link(paneA.map(), paneB.map());
        band.setRibbons(content.ribbons());
        tables.show(content);
        layout(true, true);
        fitCards();
        selection.set(List.of(new ComparisonItem(comparison)));
    }

    void setMenus(Menu menu) {
        paneA.map().setMenu(menu);
        paneB.map().setMenu(menu);
        tables.setMenu(menu);
    }

    @Override
    public void selected(MoveTable table, int[] pairs) {
        if (pairs.length > 0) {
            showOnMaps(table, pairs[0], true);
        }
        selection.set(Arrays.stream(pairs)
                .mapToObj(pair -> new MoveItem(content.comparison(), table, pair))
                .toList());
    }

    private void showOnMaps(MoveTable table, int pair, boolean reveal) {
        Pairs moves = table.moves(content.comparison());
        int lane = ComparisonContent.LANES.indexOf(table.rows());
        paneA.select(lane, moves.rowA(pair));
        paneB.select(lane, moves.rowB(pair));
        band.choose(lane == content.ribbons().lane() ? moves.rowA(pair) : -1);
        // Maps that share one window cannot both be sure to show their item: the first one is.
        if (reveal) {
            (moves.rowA(pair) >= 0 ? paneA : paneB)
                    .reveal(lane, moves.rowA(pair) >= 0 ? moves.rowA(pair) : moves.rowB(pair));
        }
    }

    @Override
    public void opened(MoveTable table, int pair) {
        Pairs moves = table.moves(content.comparison());
        int lane = ComparisonContent.LANES.indexOf(table.rows());
        if (moves.rowA(pair) >= 0) {
            paneA.map().window().zoomTo(lane, moves.rowA(pair));
        } else {
            flight.end();
            paneB.map().window().zoomTo(lane, moves.rowB(pair));
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
        int pair = table == null ? -1 : tables.select(table, first, index);
        Comparison comparison = content.comparison();
        if (pair < 0) {
            (first ? paneB : paneA).map().clearSelection();
            selection.set(List.of(new RowItem(first ? comparison.a() : comparison.b(), rows, index)));
            return;
        }
        showOnMaps(table, pair, false);
        selection.set(List.of(new MoveItem(comparison, table, pair)));
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

    private void filter(String wanted) {
        tables.filter(wanted);
    }

    @Override
    public void found(Gadgets found) {
        gadgets = found;
        figures.show(content.comparison().figures(), found);
        layout(true, true);
        fitCards();
    }

    private void saveReport() {
        ReportFile.save(getShell(), content.comparison(), gadgets);
    }

    /** Lets everything fly from A to B; false when nothing is shown yet. */
    boolean play() {
        return flight.play();
    }

    private void fitCards() {
        int width = cards.getSize().x;
        if (width > 0) {
            int whole = figures.computeSize(width, SWT.DEFAULT).y;
            int most = figures.wholeLines((int) (getSize().y * MOST_FOR_FIGURES));
            ((GridData) cards.getLayoutData()).heightHint = Math.min(whole, most);
            Room.fit(cards);
            cards.requestLayout();
        }
    }

    /** Maps come before tables where both have no room. */
    private void share() {
        int[] weights = sash.getSize().y < Room.height(sash, LINES_FOR_BOTH) ? TIGHT : USUAL;
        if (weights != shares) {
            shares = weights;
            sash.setWeights(weights);
        }
    }

    /** The tables make room for what flies where the maps could not show it all. */
    private void flies(boolean begun) {
        AddressMap map = paneB.map();
        boolean tight = map.getSize().y < map.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        sash.setMaximizedControl(begun && tight ? maps : null);
        if (!begun) {
            tables.tellShown();
        }
    }

    /** Selects the next difference, or the one before with -1. */
    void goToDifference(int step) {
        tables.goToDifference(step);
    }

    private void clear() {
        band.choose(-1);
        tables.clear();
        paneA.map().clearSelection();
        paneB.map().clearSelection();
        selection.set(List.of(new ComparisonItem(content.comparison())));
    }

    /** What a filter leaves lights up on both maps. */
    @Override
    public void shown(MoveTable table, int[] pairs) {
        flight.end();
        int lane = ComparisonContent.LANES.indexOf(table.rows());
        if (pairs == null) {
            paneA.map().setHighlight(lane, null);
            paneB.map().setHighlight(lane, null);
            return;
        }
        Pairs moves = table.moves(content.comparison());
        BitSet inA = new BitSet();
        BitSet inB = new BitSet();
        for (int pair : pairs) {
            mark(inA, moves.rowA(pair));
            mark(inB, moves.rowB(pair));
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
