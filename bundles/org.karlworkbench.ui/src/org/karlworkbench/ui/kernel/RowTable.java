package org.karlworkbench.ui.kernel;

import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.picture.Palette;

/** The tables of a layout, in the order of the lanes of its map. */
public enum RowTable {
    /** The sections of the kernel. */
    SECTIONS("Sections"),
    /** What each object put into each section. */
    OBJECTS("Objects"),
    /** All symbols. */
    SYMBOLS("Symbols"),
    /** The random padding. */
    GAPS("Gaps");

    private final String title;

    RowTable(String title) {
        this.title = title;
    }

    /** The title of the table and of its lane. */
    public String title() {
        return title;
    }

    /** The table's rows in a layout. */
    public Rows rows(Layout layout) {
        return switch (this) {
            case SECTIONS -> layout.sections();
            case OBJECTS -> layout.objects();
            case SYMBOLS -> layout.symbols();
            case GAPS -> layout.gaps();
        };
    }

    /** The colour of a row on the map: objects and their symbols by name, sections by what they are. */
    int colour(Layout layout, int row) {
        Rows rows = rows(layout);
        return switch (this) {
            case SECTIONS -> SectionColours.of(layout, row);
            case OBJECTS -> colour(rows.kind(row), rows.object(row));
            // Where no object is known, neighbouring symbols are told apart by their own names.
            case SYMBOLS -> colour(rows.kind(row), rows.object(row).isEmpty() ? rows.name(row) : rows.object(row));
            case GAPS -> Palette.GAP;
        };
    }

    private static int colour(Kind kind, String object) {
        return switch (kind) {
            case GAP -> Palette.GAP;
            case FILL -> Palette.FILL;
            case LINKER, ABSOLUTE -> object.isEmpty() ? Palette.LINKER : Palette.ofName(object);
            default -> object.isEmpty() ? Palette.UNKNOWN : Palette.ofName(object);
        };
    }
}
