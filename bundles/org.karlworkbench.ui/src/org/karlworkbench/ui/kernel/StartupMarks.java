package org.karlworkbench.ui.kernel;

import java.util.List;
import org.karlworkbench.kit.Startup;
import org.karlworkbench.kit.StartupRange;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.picture.MapMark;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.picture.Palette;

/** The pages of the startup code on a kernel's map, where they go away after boot. */
final class StartupMarks {
    private StartupMarks() {}

    /**
     * Marks them.
     *
     * @param layout whose they are
     * @param map a map of the layout
     */
    static MapModel on(Layout layout, MapModel map) {
        return layout.startup()
                .filter(range -> range.policy() != Startup.NONE)
                .map(range -> map.withMarks(List.of(mark(range))))
                .orElse(map);
    }

    private static MapMark mark(StartupRange range) {
        return new MapMark(
                range.first(),
                range.limit() - 1,
                Palette.STARTUP,
                "startup code, " + StartupWords.fate(range.policy()));
    }

    /**
     * What is told about a row while the pointer is over it.
     *
     * @param layout where the row is
     * @param rows the table
     * @param row the row
     */
    static String hover(Layout layout, Rows rows, int row) {
        String told = Lanes.hover(rows, row);
        return layout.startup()
                .filter(range -> range.contains(rows.address(row)))
                .map(range -> new HoverText(told)
                        .line("After boot", StartupWords.fate(range.policy()))
                        .toString())
                .orElse(told);
    }
}
