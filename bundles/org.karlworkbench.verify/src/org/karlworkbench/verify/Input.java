package org.karlworkbench.verify;

import java.util.Arrays;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.ObjectFile;

/** One object of the link, and which of its sections were seen in the kernel so far. */
final class Input {
    /** The address of a section that is not in the kernel as a whole; no kernel has anything there. */
    static final long NOWHERE = Long.MIN_VALUE + 0x5a5a5a5aL;

    private final ObjectFacts facts;
    private final int rank;
    private final boolean gap;
    private final boolean[] placed;
    private final long[] addresses;

    /**
     * Prepares an object.
     *
     * @param facts what is known of it before any link
     * @param rank its number in link order, from 0
     * @param gap whether it is the gap
     */
    Input(ObjectFacts facts, int rank, boolean gap) {
        this.facts = facts;
        this.rank = rank;
        this.gap = gap;
        placed = new boolean[facts.file().sections().count()];
        addresses = new long[placed.length];
        Arrays.fill(addresses, NOWHERE);
    }

    /** What is known of it before any link. */
    ObjectFacts facts() {
        return facts;
    }

    ObjectFile file() {
        return facts.file();
    }

    String name() {
        return file().name();
    }

    Sections sections() {
        return file().sections();
    }

    int rank() {
        return rank;
    }

    boolean isGap() {
        return gap;
    }

    boolean isPlaced(int section) {
        return placed[section];
    }

    /** Says that a section is in the kernel, whole or merged with others. */
    void place(int section) {
        placed[section] = true;
    }

    /** Says where a section lies that is in the kernel as a whole. */
    void place(int section, long address) {
        placed[section] = true;
        addresses[section] = address;
    }

    /** Whether a symbol lies in a section that was merged with others, so that only its content tells where it is now. */
    boolean isMerged(int symbol) {
        int section = file().symbols().section(symbol);
        return section > 0 && facts.isMergeable(section) && addresses[section] == NOWHERE;
    }

    /** Where a section lies, or {@link #NOWHERE}. */
    long address(int section) {
        return addresses[section];
    }

    /**
     * The section that a place means.
     *
     * @param index what the place says, or -1; another gap than the one that was linked may have other indexes
     * @param name the section's name
     * @param size its size in the kernel; of several of one name the first of this size is meant
     * @return the first that fits and is not placed yet, else any that fits, else -1
     */
    int section(int index, String name, long size) {
        Sections sections = sections();
        if (index > 0
                && index < sections.count()
                && (!gap || facts.name(index).name().equals(name))) {
            return index;
        }
        int other = -1;
        for (int i = 1; i < sections.count(); i++) {
            if (sections.isAllocated(i) && facts.name(i).name().equals(name)) {
                if (!placed[i] && sections.size(i) == size) {
                    return i;
                }
                other = other < 0 ? i : other;
            }
        }
        return other;
    }
}
