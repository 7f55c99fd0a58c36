package org.karlworkbench.linker;

import java.util.List;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.kit.Gaps;

/** The gap's four pieces, whose sizes each draw sets (KARL.md section A1). */
final class GapPieces {
    /** The names of the gap's sections. */
    static final List<String> NAMES = List.of(".text", ".rodata", ".data", ".bss");

    private GapPieces() {}

    static int type(int number) {
        return number == NAMES.size() - 1 ? Elf.SHT_NOBITS : Elf.SHT_PROGBITS;
    }

    static int flags(int number) {
        return (int) (Elf.SHF_ALLOC
                | switch (number) {
                    case 0 -> Elf.SHF_EXECINSTR;
                    case 1 -> 0;
                    default -> Elf.SHF_WRITE;
                });
    }

    static long size(Gaps gaps, int number) {
        return switch (number) {
            case 0 -> Math.addExact(gaps.text0(), gaps.text1());
            case 1 -> gaps.rodata();
            case 2 -> gaps.data();
            default -> gaps.bss();
        };
    }
}
