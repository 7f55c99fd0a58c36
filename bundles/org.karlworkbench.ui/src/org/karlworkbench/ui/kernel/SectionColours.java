package org.karlworkbench.ui.kernel;

import org.karlworkbench.elf.Sections;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.picture.Palette;

/** The colour of a section by its flags: code, read-only data, data, or BSS. */
public final class SectionColours {
    private SectionColours() {}

    /**
     * The colour of a section.
     *
     * @param layout the layout
     * @param row of its table of sections
     */
    public static int of(Layout layout, int row) {
        return of(layout.sectionTable(), layout.sections().sectionIndex(row));
    }

    /** The colour of a section by its index; that of unknown things where there is none. */
    static int of(Sections sections, int index) {
        if (index < 0 || index >= sections.count()) {
            return Palette.UNKNOWN;
        }
        return of(sections.isExecutable(index), sections.isNoBits(index), sections.isWritable(index));
    }

    /**
     * The colour of a section by what it is.
     *
     * @param code whether it is executable
     * @param zeros whether it has no bytes in the file
     * @param writable whether it is written to
     */
    public static int of(boolean code, boolean zeros, boolean writable) {
        if (code) {
            return Palette.CODE;
        }
        if (zeros) {
            return Palette.BSS;
        }
        return writable ? Palette.DATA : Palette.READ_ONLY;
    }
}
