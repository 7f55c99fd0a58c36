package org.karlworkbench.debug.memory;

import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.layout.Places;

/**
 * The startup code of a kernel that has given its pages back: whatever they hold now, up to endboot, where the pad begins.
 * The head is the same in every relink, so that another one lends its bytes; the gap is its pad again.
 *
 * @param section the index of the section that begins with the head
 * @param gap where in that section the gap begins
 * @param endboot where in that section the pages end
 */
record WipedHead(int section, int gap, int endboot) {
    /** So much of the second gap of the text, in bytes, is no chance. */
    private static final int SOME_PAD = 16;

    /**
     * Looks for the pad behind pages that were given back.
     *
     * @param relink any relink of the kit
     * @param places its places
     * @param memory the memory
     * @param pad the pad word as it lies in memory
     * @param page the page size in bytes
     * @return null where the gap is still whole, or where no page begins with the pad
     */
    static WipedHead of(ElfFile relink, Places places, KernelMemory memory, byte[] pad, long page)
            throws EngineException {
        int row = 0;
        while (row < places.count() && !places.object(row).equals(Places.GAP)) {
            row++;
        }
        Sections sections = relink.sections();
        int section = row == places.count() ? -1 : sections.find(places.output(row));
        if (section <= 0) {
            return null;
        }
        byte[] bytes = memory.read(sections.address(section), (int) sections.size(section));
        int gap = (int) (places.address(row) - sections.address(section));
        int endboot = gap;
        while (endboot + SOME_PAD <= bytes.length && !isPad(bytes, endboot, pad)) {
            endboot += (int) page;
        }
        boolean wiped = gap < endboot && endboot + SOME_PAD <= bytes.length;
        return wiped ? new WipedHead(section, gap, endboot) : null;
    }

    private static boolean isPad(byte[] memory, int from, byte[] pad) {
        for (int at = 0; at < SOME_PAD; at++) {
            if (memory[from + at] != pad[at % pad.length]) {
                return false;
            }
        }
        return true;
    }

    /** Puts head and pad back where the memory is wiped. */
    void restore(byte[] memory, byte[] head, byte[] pad) {
        System.arraycopy(head, 0, memory, 0, gap);
        for (int at = gap; at < endboot; at++) {
            memory[at] = pad[(at - gap) % pad.length];
        }
    }

    /** Where the pad begins tells how the gap of the text is divided; its whole is what was found. */
    Gaps divide(Gaps found) {
        long first = endboot - gap;
        long rest = Math.max(0, found.text0() + found.text1() - first);
        return new Gaps(first, rest, found.rodata(), found.data(), found.bss());
    }
}
