package org.karlworkbench.relink;

import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.kit.Gaps;

/**
 * What gap.o has to be.
 *
 * @param like the header of an object of the kit: class, order, machine, flags
 * @param page the target's page size in bytes, a power of two
 * @param pad the word that fills it
 * @param gaps the drawn sizes
 */
record GapPlan(ElfHeader like, long page, int pad, Gaps gaps) {
    /** The size of the pad word in bytes. */
    static final int WORD = 4;
}
