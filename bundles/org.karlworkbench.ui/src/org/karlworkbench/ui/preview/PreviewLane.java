package org.karlworkbench.ui.preview;

import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.GapObject;
import org.karlworkbench.linker.LinkedColumns;
import org.karlworkbench.linker.LinkedLayout;
import org.karlworkbench.linker.LinkedNames;
import org.karlworkbench.picture.Palette;
import org.karlworkbench.ui.kernel.SectionColours;
import org.karlworkbench.ui.table.Shown;

/** The lanes of a preview's map, from top to bottom; they look as those of a kernel do. */
enum PreviewLane {
    /** The sections of the kernel. */
    SECTIONS("Sections"),
    /** What each object has in each section. */
    OBJECTS("Objects"),
    /** All symbols. */
    SYMBOLS("Symbols"),
    /** The random padding. */
    GAPS("Gaps");

    private final String title;

    PreviewLane(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** The lane's items in a layout. */
    LinkedColumns columns(LinkedLayout layout) {
        return switch (this) {
            case SECTIONS -> layout.sections();
            case OBJECTS -> layout.blocks();
            case SYMBOLS -> layout.symbols();
            case GAPS -> layout.gaps();
        };
    }

    /** What is written on an item. */
    String label(LinkedNames names, int number) {
        return switch (this) {
            case SECTIONS -> Shown.line(names.section(number));
            case OBJECTS -> Shown.line(object(names, number));
            case SYMBOLS -> Shown.line(names.symbol(number));
            case GAPS -> GapName.values()[number].label();
        };
    }

    /** The object that an item belongs to; empty for none. */
    String object(LinkedNames names, int number) {
        return switch (this) {
            case OBJECTS -> names.object(number);
            case SYMBOLS -> names.objectOf(number);
            case SECTIONS, GAPS -> "";
        };
    }

    /** The section that an item lies in, or empty where it is one. */
    String section(LinkedNames names, int number) {
        return this == OBJECTS ? names.section(names.sectionOf(number)) : "";
    }

    /** The colour of an item: objects and their symbols by name, sections by what they are. */
    int colour(LinkedNames names, int number) {
        return switch (this) {
            case SECTIONS ->
                SectionColours.of(names.isExecutable(number), names.isNoBits(number), names.isWritable(number));
            case OBJECTS -> ofObject(names.object(number), "");
            case SYMBOLS -> ofObject(names.objectOf(number), names.symbol(number));
            case GAPS -> Palette.GAP;
        };
    }

    private static int ofObject(String object, String symbol) {
        if (object.equals(GapObject.NAME)) {
            return Palette.GAP;
        }
        return object.isEmpty() && symbol.isEmpty()
                ? Palette.LINKER
                : Palette.ofName(object.isEmpty() ? symbol : object);
    }

    /** One more than the largest number of an item. */
    int limit(LinkedNames names) {
        return switch (this) {
            case SECTIONS -> names.sectionLimit();
            case OBJECTS -> names.blockLimit();
            case SYMBOLS -> names.symbolLimit();
            case GAPS -> GapName.values().length;
        };
    }
}
