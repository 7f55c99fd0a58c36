package org.karlworkbench.ui.exposure;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.karlworkbench.compare.exposure.Knowledge;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.table.ColumnTable;

/** The tables beside the map: what is known, what is bounded, whose address it may be, the objects, and the head. */
final class LeakTables {
    private static final Comparator<Knowledge.Known> BY_LEAK_FIRST =
            Comparator.comparing(each -> LeakState.of(each.because()) == LeakState.FIXED);

    private final CTabFolder tabs;
    private final Map<Tab, ColumnTable> tables = new EnumMap<>(Tab.class);

    /** The tables. */
    enum Tab {
        KNOWN("Known"),
        BOUNDED("Bounded"),
        CANDIDATES("Candidates"),
        OBJECTS("Objects"),
        HEAD("Head Discloses");

        private final String title;

        Tab(String title) {
            this.title = title;
        }
    }

    LeakTables(Composite parent) {
        tabs = Ids.mark(new CTabFolder(parent, SWT.TOP | SWT.FLAT), "exposure.tabs");
        for (Tab tab : Tab.values()) {
            CTabItem item = new CTabItem(tabs, SWT.NONE);
            item.setText(tab.title);
            ColumnTable table = new ColumnTable(tabs, "exposure." + tab.name().toLowerCase(Locale.ROOT), tab.title);
            item.setControl(table);
            tables.put(tab, table);
        }
        tabs.setSelection(Tab.OBJECTS.ordinal());
    }

    void setMenu(Menu menu) {
        tables.values().forEach(table -> table.setContextMenu(menu));
    }

    /**
     * Shows an answer.
     *
     * @param answer what is told
     * @param opened takes object and symbol (or an empty word) of a row that is opened
     */
    void show(LeakAnswer answer, BiConsumer<String, String> opened) {
        Knowledge knowledge = answer.knowledge();
        boolean leaks = knowledge != null;
        fill(
                Tab.KNOWN,
                leaks ? knowledge.known().stream().sorted(BY_LEAK_FIRST).toList() : List.of(),
                new LeakColumns<>(LeakColumns::known, Knowledge.Known::object, Knowledge.Known::name),
                opened);
        fill(
                Tab.BOUNDED,
                leaks ? knowledge.bounded() : List.of(),
                new LeakColumns<>(LeakColumns::bounded, Knowledge.Bounded::object, _ -> ""),
                opened);
        fill(
                Tab.CANDIDATES,
                leaks ? knowledge.candidates() : List.of(),
                new LeakColumns<>(LeakColumns::candidates, Knowledge.Candidate::object, Knowledge.Candidate::name),
                opened);
        fill(
                Tab.OBJECTS,
                answer.exposure().objects(),
                new LeakColumns<>(LeakColumns::objects, each -> each.object(), _ -> ""),
                opened);
        fill(
                Tab.HEAD,
                answer.exposure().headDiscloses(),
                new LeakColumns<>(LeakColumns::head, each -> each.targetObject(), each -> each.target()),
                opened);
    }

    /** Brings the table to the front that tells about a leak. */
    void showLeak(boolean unknownOwner) {
        tabs.setSelection((unknownOwner ? Tab.CANDIDATES : Tab.KNOWN).ordinal());
    }

    private <R> void fill(Tab tab, List<R> rows, LeakColumns<R> columns, BiConsumer<String, String> opened) {
        ColumnTable table = tables.get(tab);
        tabs.getItem(tab.ordinal()).setText(tab.title + " (" + Formats.count(rows.size()) + ")");
        table.onOpen(row -> opened.accept(
                columns.object().apply(rows.get(row)), columns.symbol().apply(rows.get(row))));
        table.setModel(columns.columns().apply(rows), rows.size());
    }
}
