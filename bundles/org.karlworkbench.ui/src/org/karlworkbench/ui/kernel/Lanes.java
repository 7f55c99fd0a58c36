package org.karlworkbench.ui.kernel;

import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.picture.Legend;
import org.karlworkbench.picture.MapLane;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.table.Shown;

/** Turns the tables of a layout into the lanes of an address map: item i of a lane is row i of its table. */
public final class Lanes {
    private Lanes() {}

    /**
     * A map of a layout; linear in its rows, not for the UI thread.
     *
     * @param layout the layout
     * @param tables the lanes, from top to bottom
     * @param page the page size in bytes
     * @param colouring by what items are coloured; null for objects, without a legend
     */
    public static MapModel of(Layout layout, List<RowTable> tables, long page, Colouring colouring) {
        Colouring used = colouring == null ? Colouring.OBJECT : colouring;
        Legend legend = colouring == null ? Legend.NONE : colouring.legend(layout);
        return of(layout, tables, page, (table, row) -> used.of(layout, table, row), legend);
    }

    /** The colour of each row. */
    public interface Colours {
        /** The colour of a row of a table, as {@link org.karlworkbench.picture.Palette} has it. */
        int of(RowTable table, int row);
    }

    /**
     * A map of a layout in colours of another meaning; linear in its rows, not for the UI thread.
     *
     * @param layout the layout
     * @param tables the lanes, from top to bottom
     * @param page the page size in bytes
     * @param colours the colours
     * @param legend what they mean
     */
    public static MapModel of(Layout layout, List<RowTable> tables, long page, Colours colours, Legend legend) {
        List<MapLane> lanes = new ArrayList<>();
        for (RowTable table : tables) {
            lanes.add(lane(layout, table, colours));
        }
        return MapModel.of(lanes, page, legend);
    }

    private static MapLane lane(Layout layout, RowTable table, Colours colours) {
        Rows rows = table.rows(layout);
        int count = rows.count();
        long[] addresses = new long[count];
        long[] sizes = new long[count];
        int[] colour = new int[count];
        for (int row = 0; row < count; row++) {
            addresses[row] = rows.address(row);
            sizes[row] = rows.size(row);
            colour[row] = colours.of(table, row);
        }
        return new MapLane(table.title(), addresses, sizes, colour, row -> Shown.line(rows.name(row)));
    }

    /**
     * What is told about a row while the pointer is over it.
     *
     * @param rows the table
     * @param row the row
     */
    public static String hover(Rows rows, int row) {
        return new HoverText(Shown.line(rows.name(row)))
                .line("Address", Formats.hex(rows.address(row)))
                .line("Size", Formats.bytes(rows.size(row)))
                .line("Kind", rows.kind(row).label())
                .line("Section", Shown.line(rows.section(row)))
                .line("Object", Shown.line(rows.object(row)))
                .line("Before", row > 0 ? Shown.line(rows.name(row - 1)) : "")
                .line("After", row + 1 < rows.count() ? Shown.line(rows.name(row + 1)) : "")
                .toString();
    }
}
