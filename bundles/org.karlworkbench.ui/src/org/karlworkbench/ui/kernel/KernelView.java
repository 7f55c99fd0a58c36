package org.karlworkbench.ui.kernel;

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
import org.karlworkbench.layout.Layout;
import org.karlworkbench.picture.AddressScale;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.picture.Viewport;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.canvas.ItemListener;
import org.karlworkbench.ui.items.KernelItem;
import org.karlworkbench.ui.items.RowItem;
import org.karlworkbench.ui.open.PartSelection;
import org.karlworkbench.ui.table.ColumnTable;

/** A kernel's layout: the address map above, its tables below, with one selection and one filter. */
final class KernelView extends Composite {
    private static final List<RowTable> LANES = List.of(RowTable.values());
    private static final List<RowTable> TABS =
            List.of(RowTable.SYMBOLS, RowTable.OBJECTS, RowTable.SECTIONS, RowTable.GAPS);

    /** How much is shown on each side of an address, in bytes. */
    private static final long AROUND = 256;

    private final KernelHeader header;
    private final AddressMap map;
    private final CTabFolder tabs;
    private final Map<RowTable, ColumnTable> tables = new EnumMap<>(RowTable.class);
    private final PartSelection selection;
    private final KernelFlight flight;
    private final Reading colours = new Reading(this);
    private Layout layout;

    /** What a Job makes for the view. */
    record Content(Layout layout, MapModel map) {
        static Content of(Layout layout) {
            return of(layout, ColourMenu.last());
        }

        static Content of(Layout layout, Colouring colouring) {
            return new Content(
                    layout, StartupMarks.on(layout, Lanes.of(layout, LANES, LayoutSource.page(layout), colouring)));
        }
    }

    KernelView(Composite parent, PartSelection selection) {
        super(parent, SWT.NONE);
        this.selection = selection;
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        Composite top = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(top);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(top);
        SashForm sash = Ids.mark(new SashForm(this, SWT.VERTICAL), "kernel.sash");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        map = Maps.create(sash, "kernel.map");
        flight = new KernelFlight(map, LANES, () -> TABS.forEach(this::highlight));
        header = new KernelHeader(top, map, this::title, new ColourMenu(this::colour), flight.action());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
        tabs = Ids.mark(new CTabFolder(sash, SWT.TOP | SWT.FLAT), "kernel.tabs");
        TABS.forEach(this::tab);
        tabs.setSelection(0);
        sash.setWeights(45, 55);
        listen();
        map.addDisposeListener(_ -> {
            if (layout != null) {
                state().keep(layout.kernel());
            }
        });
    }

    private void tab(RowTable table) {
        CTabItem item = Ids.mark(
                new CTabItem(tabs, SWT.NONE), "kernel.tab." + table.name().toLowerCase(Locale.ROOT));
        item.setText(table.title());
        ColumnTable rows = new ColumnTable(tabs, id(table), table.title());
        item.setControl(rows);
        tables.put(table, rows);
        rows.onSelect(selected -> selectedInTable(table, selected));
        rows.onOpen(row -> opened(table, row));
        rows.onShown(() -> highlight(table));
    }

    private static String id(RowTable table) {
        String name = table.name().toLowerCase(Locale.ROOT);
        return table == RowTable.GAPS ? "kernel.gapTable" : "kernel." + name; // kernel.gaps is the header's line
    }

    private void listen() {
        map.addItemListener(new ItemListener() {
            @Override
            public void selected(int lane, int index) {
                selectedOnMap(lane, flight.row(lane, index));
            }
        });
        map.setHoverText(
                (lane, row) -> StartupMarks.hover(layout, LANES.get(lane).rows(layout), flight.row(lane, row)));
        map.setEmptyText("This file has no sections, objects or symbols with an address");
        map.setAccessibleName("Address map");
    }

    private void opened(RowTable table, int row) {
        flight.end();
        map.window().zoomTo(LANES.indexOf(table), row);
    }

    /** Shows a layout. */
    void show(Content content) {
        flight.end();
        layout = content.layout();
        flight.shows(layout);
        header.show(layout);
        map.setModel(content.map());
        for (int i = 0; i < TABS.size(); i++) {
            RowTable table = TABS.get(i);
            int count = table.rows(layout).count();
            tabs.getItem(i).setText(table.title() + " (" + Formats.count(count) + ")");
            tables.get(table).setModel(RowColumns.of(table, table.rows(layout)), count);
        }
        layout(true, true);
        selection.set(List.of(new KernelItem(layout)));
        restore(ViewState.of(layout.kernel()));
    }

    private void restore(ViewState state) {
        if (state == null) {
            return;
        }
        tabs.setSelection(Math.clamp(state.tab(), 0, TABS.size() - 1));
        for (int i = 0; i < Math.min(TABS.size(), state.filters().size()); i++) {
            tables.get(TABS.get(i)).setFilter(state.filters().get(i));
        }
        if (state.first() != state.last()) {
            map.window().showRange(state.first(), state.last());
        }
    }

    /** How it is looked at now; the whole kernel is no range. */
    private ViewState state() {
        AddressScale scale = map.model().scale();
        Viewport window = map.window().viewport();
        boolean whole = window.isWhole();
        return new ViewState(
                whole ? 0 : scale.addressAt((long) Math.floor(window.from())),
                whole ? 0 : scale.addressAt((long) Math.ceil(window.to()) - 1),
                tabs.getSelectionIndex(),
                TABS.stream().map(table -> tables.get(table).filter()).toList());
    }

    /** The layout that is shown, or null. */
    Layout shown() {
        return layout;
    }

    /** Selects a row in its table and on the map, and shows it in both. */
    void select(RowTable table, int row) {
        if (layout == null || row < 0 || row >= table.rows(layout).count()) {
            return;
        }
        flight.end();
        int lane = LANES.indexOf(table);
        map.select(lane, row);
        map.window().reveal(lane, row);
        selectedOnMap(lane, row);
    }

    /** Moves the window to an address. */
    void reveal(long address) {
        long first = Long.compareUnsigned(address, AROUND) < 0 ? 0 : address - AROUND;
        long last = Long.compareUnsigned(address, -AROUND) < 0 ? address + AROUND : -1;
        map.window().showRange(first, last);
    }

    /** What is selected on the map, as a place to come back to; null for nothing. */
    KernelLocation location(KernelEditor editor) {
        return map.selectedLane() < 0
                ? null
                : new KernelLocation(
                        editor, LANES.get(map.selectedLane()), flight.row(map.selectedLane(), map.selectedIndex()));
    }

    private String title() {
        return layout == null ? "kernel" : layout.kernel().getFileName().toString();
    }

    /** Colours the map anew; what is shown, selected and lit stays so. */
    private void colour(Colouring colouring) {
        if (layout == null) {
            return;
        }
        Layout shown = layout;
        colours.start("Colouring the Map", _ -> Content.of(shown, colouring), this::coloured, _ -> {});
    }

    private void coloured(Content content) {
        flight.end();
        flight.shows(layout);
        int lane = map.selectedLane();
        int index = map.selectedIndex();
        map.updateModel(content.map());
        map.select(lane, index);
        TABS.forEach(this::highlight);
    }

    /** What lets everything fly here from the relink before. */
    KernelFlight flight() {
        return flight;
    }

    void setMenus(Menu menu) {
        map.setMenu(menu);
        tables.values().forEach(table -> table.setContextMenu(menu));
    }

    private void selectedInTable(RowTable table, int[] rows) {
        if (rows.length > 0) {
            flight.end();
            int lane = LANES.indexOf(table);
            map.select(lane, rows[0]);
            map.window().reveal(lane, rows[0]);
        }
        selection.set(Arrays.stream(rows)
                .mapToObj(row -> new RowItem(layout, table, row))
                .toList());
    }

    private void selectedOnMap(int lane, int index) {
        if (lane < 0) {
            tables.values().forEach(table -> table.select(-1));
            selection.set(List.of(new KernelItem(layout)));
            return;
        }
        RowTable table = LANES.get(lane);
        tabs.setSelection(TABS.indexOf(table));
        tables.get(table).selectShown(index);
        selection.set(List.of(new RowItem(layout, table, index)));
    }

    /** What a filter leaves lights up on the map. */
    private void highlight(RowTable table) {
        ColumnTable rows = tables.get(table);
        if (layout == null) {
            return;
        }
        flight.end();
        if (rows.filter().isBlank()) {
            map.setHighlight(LANES.indexOf(table), null);
            return;
        }
        BitSet items = new BitSet();
        Arrays.stream(rows.shownRows()).forEach(items::set);
        map.setHighlight(LANES.indexOf(table), items);
    }

    @Override
    public boolean setFocus() {
        return map.setFocus();
    }
}
