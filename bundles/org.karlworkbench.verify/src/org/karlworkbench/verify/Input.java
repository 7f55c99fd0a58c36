package org.karlworkbench.verify;

import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.ObjectFile;

/** One object of the link, and which of its sections were seen in the kernel so far. */
final class Input {
    private final ObjectFacts facts;
    private final int rank;
    private final boolean gap;
    private final boolean[] placed;

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

    void place(int section) {
        placed[section] = true;
    }

    /**
     * The section that a place means.
     *
     * @param index what the place says, or -1
     * @param name the section's name
     * @param size its size in the kernel; of several of one name the first of this size is meant
     * @return the first that fits and is not placed yet, else any that fits, else -1
     */
    int section(int index, String name, long size) {
        Sections sections = sections();
        if (index > 0 && index < sections.count()) {
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
