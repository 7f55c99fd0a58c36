package org.karlworkbench.ui.kernel;

import java.util.List;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.table.Column;

/** The columns of the tables of a layout. */
final class RowColumns {
    private RowColumns() {}

    static List<Column> of(RowTable table, Rows rows) {
        Column address = Column.address("Address", 170, rows::address, Formats::hex);
        Column size = Column.number("Size", 100, rows::size, Formats::count);
        Column name = Column.text("Name", 0, rows::name).withIcon(row -> Images.of(rows.kind(row)));
        Column object = Column.text("Object", 180, rows::object);
        Column section = Column.text("Section", 130, rows::section);
        Column kind = Column.text("Kind", 90, row -> rows.kind(row).label());
        return switch (table) {
            case SYMBOLS -> List.of(address, size, name, object, section, kind);
            case OBJECTS -> List.of(address, size, name, section, kind);
            case SECTIONS, GAPS -> List.of(address, size, name, section, kind);
        };
    }
}
