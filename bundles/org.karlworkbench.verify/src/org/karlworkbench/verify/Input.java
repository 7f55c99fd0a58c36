package org.karlworkbench.verify;

import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.verify.KitFacts.MergeKind;

/** One object of the link, and which of its sections were seen in the kernel so far. */
final class Input {
    private final ObjectFile file;
    private final int rank;
    private final boolean gap;
    private final boolean[] placed;
    private final RelocatedFields fields;

    /**
     * Prepares an object.
     *
     * @param fields its relocated fields
     * @param rank its number in link order, from 0
     * @param gap whether it is the gap
     */
    Input(ObjectFile file, RelocatedFields fields, int rank, boolean gap) {
        this.file = file;
        this.rank = rank;
        this.gap = gap;
        placed = new boolean[file.sections().count()];
        this.fields = fields;
    }

    ObjectFile file() {
        return file;
    }

    String name() {
        return file.name();
    }

    Sections sections() {
        return file.sections();
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

    /** The bytes of its sections that the linker writes. */
    RelocatedFields fields() {
        return fields;
    }

    /** Whether the linker takes a section apart: its strings or constants appear once in the kernel. */
    boolean isMergeable(int section) {
        return MergeKind.isMergeable(sections(), section);
    }

    /** Whether a section has to be in the kernel, or a reason not to be. */
    boolean isLoaded(int section) {
        Sections sections = sections();
        return sections.isAllocated(section)
                && sections.type(section) != Elf.SHT_NULL
                && (sections.flags(section) & Elf.SHF_EXCLUDE) == 0;
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
            if (sections.isAllocated(i) && sections.name(i).equals(name)) {
                if (!placed[i] && sections.size(i) == size) {
                    return i;
                }
                other = other < 0 ? i : other;
            }
        }
        return other;
    }
}
