package org.karlworkbench.ui.items;

import java.util.Objects;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.kernel.RowTable;
import org.karlworkbench.ui.kernel.StartupWords;

/** One section, object, symbol or gap of a kernel. Equal to another when kernel, table and row are. */
public final class RowItem implements Item {
    private final Layout layout;
    private final RowTable table;
    private final int row;

    /**
     * Makes the item.
     *
     * @param layout the kernel's layout
     * @param table the table
     * @param row the row in it
     */
    public RowItem(Layout layout, RowTable table, int row) {
        this.layout = layout;
        this.table = table;
        this.row = row;
    }

    /** The table. */
    public RowTable table() {
        return table;
    }

    /** The row in the table. */
    public int row() {
        return row;
    }

    /** The kernel's layout. */
    public Layout layout() {
        return layout;
    }

    private Rows rows() {
        return table.rows(layout);
    }

    @Override
    public String label() {
        return rows().name(row);
    }

    @Override
    public String icon() {
        return Images.of(rows().kind(row));
    }

    @Override
    public Facts facts() {
        Rows rows = rows();
        long address = rows.address(row);
        long size = rows.size(row);
        return new Facts()
                .in("Place")
                .add("Name", label())
                .add("Kind", rows.kind(row).label())
                .add("Address", Formats.hex(address))
                .add("Last byte", size == 0 ? "" : Formats.hex(address + size - 1))
                .add("Size", Formats.bytes(size))
                .add("Section", rows.section(row))
                .add("Object", rows.object(row))
                .add("After boot", afterBoot(address))
                .in("Neighbours")
                .add("Before", row == 0 ? "" : rows.name(row - 1))
                .add("After", row == rows.count() - 1 ? "" : rows.name(row + 1))
                .in("Kernel")
                .add("File", layout.kernel().toString());
    }

    private String afterBoot(long address) {
        return layout.startup()
                .filter(range -> range.contains(address))
                .map(range -> StartupWords.fate(range.policy()) + ", with the startup code")
                .orElse("");
    }

    @Override
    public String copyText() {
        Rows rows = rows();
        return Formats.hex(rows.address(row)) + "\t" + rows.size(row) + "\t" + label();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowItem item && item.layout == layout && item.table == table && item.row == row;
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(layout), table, row);
    }
}
