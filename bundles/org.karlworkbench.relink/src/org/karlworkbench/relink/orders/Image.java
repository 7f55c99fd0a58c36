package org.karlworkbench.relink.orders;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Sections;

/**
 * The loaded sections of a kernel where they lie when each is as large as any order and the largest gaps can make it. What
 * grows pushes all behind it, up to a section whose address is fixed.
 */
final class Image {
    private final Sections sections;
    private final List<Integer> sorted = new ArrayList<>();
    private final long[] starts;
    private final long[] ends;

    /**
     * For one kernel.
     *
     * @param sections its sections
     * @param growth how much each can grow, in bytes, by index
     * @param fixed the names of those whose address is fixed
     * @param page the target's page size in bytes
     */
    Image(Sections sections, long[] growth, Set<String> fixed, long page) {
        this.sections = sections;
        starts = new long[sections.count()];
        ends = new long[sections.count()];
        List<Integer> all = new ArrayList<>();
        for (int i = 1; i < sections.count(); i++) {
            if (sections.isAllocated(i)) {
                all.add(i);
            }
        }
        all.sort(Comparator.comparingLong(i -> sections.address(i) + Long.MIN_VALUE));
        all.stream().filter(this::isLoaded).forEach(sorted::add);
        long shift = 0;
        for (int section : all) {
            long address = sections.address(section);
            long unit = Math.min(Long.lowestOneBit(address | 1L << 62), Math.max(page, sections.align(section)));
            shift = fixed.contains(sections.name(section)) ? 0 : shift + unit - 1 & -unit;
            starts[section] = address + shift;
            ends[section] = starts[section] + sections.size(section) + growth[section];
            shift += growth[section];
        }
    }

    /** Room for thread-local data is no part of the image. */
    private boolean isLoaded(int i) {
        boolean room = (sections.flags(i) & Elf.SHF_TLS) != 0 && sections.isNoBits(i);
        return sections.size(i) > 0 && !room;
    }

    /** The indices of the loaded sections, by address. */
    List<Integer> sorted() {
        return sorted;
    }

    /** Where a section begins, pushed as far as it can be. */
    long start(int section) {
        return starts[section];
    }

    /** Where it ends then. */
    long end(int section) {
        return ends[section];
    }

    /** The loaded section before one, or -1. */
    int before(int section) {
        int at = sorted.indexOf(section);
        return at > 0 ? sorted.get(at - 1) : -1;
    }
}
