package org.karlworkbench.verify;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Symbols;

/**
 * The code by which GNU ld lets hppa's calls reach far functions, where no map tells of it: rows of two instructions,
 * {@code ldil LR'target,%r1} and {@code be,n RR'target(%sr4,%r1)} (PA-RISC 1.1 instruction formats 7 and 17), each to an
 * address at which the kernel has a symbol.
 */
final class LongBranches {
    /** The name that GNU ld's maps have for them. */
    static final String NAME = ".text.stub";

    private static final int WORD = 4;
    private static final int SIZE = 2 * WORD;
    private static final int LDIL_R1 = 0x20200000;
    private static final int BE_N_SR4_R1 = 0xe0202002;

    private final Image image;
    private final Set<Long> entries = new HashSet<>();

    LongBranches(ElfFile kernel, Image image) throws EngineException {
        this.image = image;
        if (kernel.header().machine() == Elf.EM_PARISC) {
            Symbols symbols = kernel.symbols();
            for (int i = 1; i < symbols.count(); i++) {
                if (symbols.isInSection(i)) {
                    entries.add(symbols.value(i));
                }
            }
        }
    }

    /** Where in a section such code ends that begins at an offset; that offset if there is none. */
    int end(int section, int from, int to) throws EngineException {
        if (entries.isEmpty() || from % WORD != 0) {
            return from;
        }
        ByteBuffer code = ByteBuffer.wrap(image.content(section)).order(ByteOrder.BIG_ENDIAN);
        int end = from;
        while (end <= to - SIZE && isBranch(code.getInt(end), code.getInt(end + WORD))) {
            end += SIZE;
        }
        return end;
    }

    private boolean isBranch(int load, int branch) {
        return (load & 0xffe00000) == LDIL_R1
                && (branch & 0xffe0e002) == BE_N_SR4_R1
                && entries.contains((left(load) << 11) + right(branch) & 0xffffffffL);
    }

    /** The 21 bits of format 7, in their order as a number. */
    private static long left(int word) {
        return (word & 1) << 20
                | (word & 0xffe) << 8
                | (word & 0xc000) >> 7
                | (word & 0x1f0000) >> 14
                | (word & 0x3000) >> 12;
    }

    /** The distance of format 17 in bytes; its 17 bits count words. */
    private static long right(int word) {
        int bits = (word & 1) << 16 | (word & 0x1f0000) >> 5 | (word & 4) << 8 | (word & 0x1ff8) >> 3;
        return (long) (bits << 15 >> 15) << 2;
    }
}
