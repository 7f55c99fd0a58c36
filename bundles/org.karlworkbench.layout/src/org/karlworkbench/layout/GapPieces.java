package org.karlworkbench.layout;

import org.karlworkbench.kit.GapName;

/** Which of the gap's sections is which. */
final class GapPieces {
    private GapPieces() {}

    /** The gap in a section of {@code gap.o}; text0 stands for both gaps of the text. Null for any other section. */
    static GapName of(String section) {
        return switch (section) {
            case ".text" -> GapName.TEXT0;
            case ".rodata" -> GapName.RODATA;
            case ".data" -> GapName.DATA;
            case ".bss" -> GapName.BSS;
            default -> null;
        };
    }
}
