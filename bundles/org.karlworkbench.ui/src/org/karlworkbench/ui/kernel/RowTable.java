package org.karlworkbench.ui.kernel;

import org.karlworkbench.layout.Hit;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;

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

    /** The table in which something was found. */
    public static RowTable of(Hit.Table found) {
        return switch (found) {
            case SYMBOLS -> SYMBOLS;
            case OBJECTS -> OBJECTS;
            case SECTIONS -> SECTIONS;
        };
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
}
