package org.karlworkbench.verify;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;

/**
 * Checks Arm's index of exception tables ("Exception Handling ABI for the Arm Architecture", EHABI32, section 6, "Index
 * table entries"). Linkers sort it, and join and drop entries; it can only be checked whether it serves its purpose: the
 * entries ascend, each begins in code, and what it leads to is there.
 */
final class ExceptionIndex {
    private static final int ENTRY = 8;
    private static final int CANNOT_UNWIND = 1;

    private final Sections sections;
    private final ByteOrder order;
    private final Image image;
    private final Tally tally;
    private final FillCheck fill;
    private final boolean arm;

    ExceptionIndex(ElfFile kernel, Image image, Tally tally, FillCheck fill) {
        sections = kernel.sections();
        order = kernel.header().order();
        arm = kernel.header().machine() == Elf.EM_ARM;
        this.image = image;
        this.tally = tally;
        this.fill = fill;
    }

    /** Looks at a section of the kernel's, whose bytes are counted as the linker's; others than an index are left alone. */
    void check(int section) throws EngineException {
        if (!arm || sections.type(section) != Elf.SHT_ARM_EXIDX) {
            return;
        }
        ByteBuffer table = ByteBuffer.wrap(image.content(section)).order(order);
        long last = 0;
        for (int at = 0; at < table.capacity(); at += ENTRY) {
            boolean whole = at + ENTRY <= table.capacity();
            long function = whole ? place(section, table, at) : -1;
            if (function < last || !isIn(function, true) || !leads(section, table, at + ENTRY / 2)) {
                int size = Math.min(ENTRY, table.capacity() - at);
                tally.countLinker(image.name(section), -size);
                fill.strange(section, "an entry for code behind the one before", at, size);
            }
            last = Math.max(last, function);
        }
    }

    /** What an entry says of its function: nothing, the instructions for unwinding themselves, or where they are. */
    private boolean leads(int section, ByteBuffer table, int at) {
        int word = table.getInt(at);
        return word == CANNOT_UNWIND || word < 0 || isIn(place(section, table, at), false);
    }

    /** The address that a word means: its distance has 31 bits with their sign, the uppermost bit is 0. */
    private long place(int section, ByteBuffer table, int at) {
        int word = table.getInt(at);
        long distance = word << 1 >> 1;
        return word < 0 ? -1 : sections.address(section) + at + distance & 0xffffffffL;
    }

    /** Whether an address is loaded; for code also right behind it, where an index may have an entry that ends it. */
    private boolean isIn(long address, boolean code) {
        for (int i = 1; i < sections.count(); i++) {
            long offset = address - sections.address(i);
            if (sections.isAllocated(i)
                    && (sections.isExecutable(i) || !code)
                    && offset >= 0
                    && offset <= sections.size(i) - (code ? 0 : 1)) {
                return true;
            }
        }
        return false;
    }
}
