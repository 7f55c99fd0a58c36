package org.karlworkbench.ui.kernel;

import org.karlworkbench.elf.Sections;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.picture.Palette;

/** The colour of a section by its flags: code, read-only data, data, or BSS. */
final class SectionColours {
    private SectionColours() {}

    static int of(Layout layout, int row) {
        return of(layout.sectionTable(), layout.sections().sectionIndex(row));
    }

    /** The colour of a section by its index; that of unknown things where there is none. */
    static int of(Sections sections, int index) {
        if (index < 0 || index >= sections.count()) {
            return Palette.UNKNOWN;
        }
        if (sections.isExecutable(index)) {
            return Palette.CODE;
        }
        if (sections.isNoBits(index)) {
            return Palette.BSS;
        }
        return sections.isWritable(index) ? Palette.DATA : Palette.READ_ONLY;
    }
}
