package org.karlworkbench.verify;

import java.util.Arrays;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfException;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.elf.Sections;

/** A kernel's own relocations of one type, which it applies to itself at boot: where, what, and where each stands. */
final class BootRelocations {
    private long[] slots = new long[16];
    private long[] addends = new long[16];
    private int[] sections = new int[16];
    private int[] offsets = new int[16];
    private int count;
    private int entry;
    private final LongIndex index;

    /**
     * Reads them.
     *
     * @param type the relocation's type; negative for one that no machine has
     * @param words gives the addend where a relocation has none of its own
     */
    BootRelocations(ElfFile kernel, int type, Words words) throws EngineException {
        Sections table = kernel.sections();
        for (int i = 1; i < table.count() && type >= 0; i++) {
            boolean relocates = table.type(i) == Elf.SHT_RELA || table.type(i) == Elf.SHT_REL;
            if (relocates && table.isAllocated(i)) {
                take(kernel, i, type, words);
            }
        }
        index = new LongIndex(Arrays.copyOf(slots, count));
    }

    private void take(ElfFile kernel, int section, int type, Words words) throws EngineException {
        try {
            take(kernel.relocations(section), section, type, kernel.header().is64() ? 8 : 4, words);
        } catch (ElfException e) {
            return; // then none of its words is proved, and that is what will be told
        }
    }

    private void take(Relocations table, int section, int type, int word, Words words) {
        entry = (table.hasAddends() ? 3 : 2) * word;
        for (int row = 0; row < table.count(); row++) {
            if (table.type(row) == type && table.data(row) == 0 && table.symbol(row) == 0) {
                long slot = table.offset(row);
                add(slot, table.hasAddends() ? table.addend(row) : words.read(slot), section, row * entry);
            }
        }
    }

    private void add(long slot, long addend, int section, int offset) {
        if (count == slots.length) {
            slots = Arrays.copyOf(slots, 2 * count);
            addends = Arrays.copyOf(addends, 2 * count);
            sections = Arrays.copyOf(sections, 2 * count);
            offsets = Arrays.copyOf(offsets, 2 * count);
        }
        slots[count] = slot;
        addends[count] = addend;
        sections[count] = section;
        offsets[count++] = offset;
    }

    /** Reads words of the kernel. */
    interface Words {
        long read(long address);
    }

    /** How many there are; they are numbered from 0. */
    int count() {
        return count;
    }

    /** The one that changes a word, or -1; of two one is wrong, so that neither is meant. */
    int at(long slot) {
        int row = index.first(slot);
        return row >= 0 && index.next(row) >= 0 ? -1 : row;
    }

    /** The word that it changes. */
    long slot(int row) {
        return slots[row];
    }

    /** What it puts there. */
    long addend(int row) {
        return addends[row];
    }

    /** The section in which it stands. */
    int section(int row) {
        return sections[row];
    }

    /** Its offset in that section. */
    int offset(int row) {
        return offsets[row];
    }

    /** The size of each, in bytes. */
    int entry() {
        return entry;
    }
}
