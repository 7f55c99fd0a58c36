package org.karlworkbench.ui.symbolize;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;
import org.karlworkbench.debug.Frame;
import org.karlworkbench.debug.Symbolized;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.table.Column;
import org.karlworkbench.ui.table.ColumnTable;

/** The places of a trace, the relinks that fit, those that do not, and the evidence. */
final class SymbolizeTables {
    private final CTabFolder tabs;
    private final Map<Tab, ColumnTable> tables = new EnumMap<>(Tab.class);
    private List<String> candidates = List.of();
    private String identified;

    /** The tables. */
    private enum Tab {
        FRAMES("Places"),
        CANDIDATES("Candidates"),
        REJECTED("Rejected"),
        EVIDENCE("Evidence");

        private final String title;

        Tab(String title) {
            this.title = title;
        }
    }

    SymbolizeTables(Composite parent) {
        tabs = Ids.mark(new CTabFolder(parent, SWT.TOP | SWT.FLAT), "symbolize.tabs");
        for (Tab tab : Tab.values()) {
            CTabItem item = new CTabItem(tabs, SWT.NONE);
            ColumnTable table = new ColumnTable(tabs, "symbolize." + tab.name().toLowerCase(Locale.ROOT), tab.title);
            item.setText(tab.title);
            item.setControl(table);
            tables.put(tab, table);
        }
        tabs.setSelection(0);
    }

    CTabFolder control() {
        return tabs;
    }

    /**
     * Shows what a trace means.
     *
     * @param symbolized the trace
     * @param openFrame takes a place that is opened, and the relink in which it is shown: that of the trace, else the candidate
     *     that is selected or the first; null where none is known
     * @param openRelink takes a candidate that is opened
     */
    void show(Symbolized symbolized, BiConsumer<Frame, String> openFrame, Consumer<String> openRelink) {
        List<Frame> frames = new ArrayList<>(symbolized.frames());
        frames.addAll(symbolized.arguments());
        candidates = symbolized.candidates();
        identified = symbolized.entry();
        fill(Tab.FRAMES, FrameColumns.of(frames), frames.size())
                .onOpen(row -> openFrame.accept(frames.get(row), relink()));
        fill(Tab.CANDIDATES, FrameColumns.candidates(candidates), candidates.size())
                .onOpen(row -> openRelink.accept(candidates.get(row)));
        fill(
                Tab.REJECTED,
                FrameColumns.rejected(symbolized.rejected()),
                symbolized.rejected().size());
        fill(
                Tab.EVIDENCE,
                FrameColumns.evidence(symbolized.evidence()),
                symbolized.evidence().size());
        tabs.setSelection(Tab.FRAMES.ordinal());
    }

    private ColumnTable fill(Tab tab, List<Column> columns, int count) {
        tabs.getItem(tab.ordinal()).setText(tab.title + " (" + Formats.count(count) + ")");
        ColumnTable table = tables.get(tab);
        table.setModel(columns, count);
        return table;
    }

    private String relink() {
        int[] selected = tables.get(Tab.CANDIDATES).selection();
        if (identified != null || candidates.isEmpty()) {
            return identified;
        }
        return candidates.get(selected.length == 0 ? 0 : selected[0]);
    }
}
