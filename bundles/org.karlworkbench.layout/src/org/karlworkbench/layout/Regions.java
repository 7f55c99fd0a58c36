package org.karlworkbench.layout;

import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Segments;

/**
 * The parts into which a kernel's memory is divided: its allocated sections, or its loaded segments where there is no
 * section table. Numbered like the file's own table, so that the parts between have no name and no size.
 */
final class Regions {
    private final String[] names;
    private final long[] addresses;
    private final long[] sizes;
    private final boolean[] executable;
    private final boolean[] loaded;
    private final boolean[] shadow;
    private final Names byName = new Names();
    private final int[] first;
    private Rows rows;

    private Regions(int count) {
        names = new String[count];
        addresses = new long[count];
        sizes = new long[count];
        executable = new boolean[count];
        loaded = new boolean[count];
        shadow = new boolean[count];
        first = new int[count];
    }

    static Regions of(ElfFile kernel) {
        Regions regions = kernel.sections().count() > 0 ? of(kernel.sections()) : of(kernel.segments());
        regions.index();
        return regions;
    }

    private static Regions of(Sections sections) {
        Regions regions = new Regions(sections.count());
        for (int i = 0; i < sections.count(); i++) {
            regions.names[i] = sections.name(i);
            regions.addresses[i] = sections.address(i);
            regions.sizes[i] = Math.max(sections.size(i), 0);
            regions.executable[i] = sections.isExecutable(i);
            regions.loaded[i] = sections.isAllocated(i) && sections.type(i) != Elf.SHT_NULL;
            regions.shadow[i] = sections.isNoBits(i) && (sections.flags(i) & Elf.SHF_TLS) != 0;
        }
        return regions;
    }

    private static Regions of(Segments segments) {
        Regions regions = new Regions(segments.count());
        for (int i = 0; i < segments.count(); i++) {
            regions.names[i] = "LOAD" + i;
            regions.addresses[i] = segments.virtualAddress(i);
            regions.sizes[i] = Math.max(segments.memorySize(i), 0);
            regions.executable[i] = (segments.flags(i) & Elf.PF_X) != 0;
            regions.loaded[i] = segments.type(i) == Elf.PT_LOAD;
        }
        return regions;
    }

    private void index() {
        RowsBuilder builder = new RowsBuilder(names.length);
        for (int i = 0; i < names.length; i++) {
            if (loaded[i]) {
                builder.add(Kind.SECTION, addresses[i], sizes[i], i, -1, i, i);
                if (byName.find(names[i]) < 0) {
                    first[byName.number(names[i])] = i;
                }
            }
        }
        rows = builder.build(this, new Names(), i -> names[i]);
    }

    Rows rows() {
        return rows;
    }

    String name(int region) {
        return names[region];
    }

    /** Whether a region takes no room, though it has a size: zeroed thread-local memory (gABI, SHF_TLS). */
    boolean isShadow(int region) {
        return shadow[region];
    }

    boolean isExecutable(int region) {
        return executable[region];
    }

    int count() {
        return names.length;
    }

    long address(int region) {
        return addresses[region];
    }

    long end(int region) {
        return addresses[region] + sizes[region];
    }

    /** The first region of a name, or -1. */
    int named(String name) {
        int named = byName.find(name);
        return named < 0 ? -1 : first[named];
    }

    /** The region that holds an address, or -1. */
    int at(long address) {
        int row = rows.at(address);
        return row < 0 ? -1 : rows.source(row);
    }

    /** Whether the bytes from an address lie in a region as a whole. */
    boolean holds(int region, long address, long size) {
        long offset = address - addresses[region];
        return loaded[region]
                && Long.compareUnsigned(offset, sizes[region]) <= 0
                && Long.compareUnsigned(size, sizes[region] - offset) <= 0;
    }

    /**
     * The region of the given name that holds these bytes, else any that does, else -1.
     *
     * @param hint a region to try first, or -1
     */
    int find(String name, int hint, long address, long size) {
        if (hint >= 0 && names[hint].equals(name) && holds(hint, address, size)) {
            return hint;
        }
        int named = named(name);
        if (named >= 0 && holds(named, address, size)) {
            return named;
        }
        int any = at(address);
        return any >= 0 && holds(any, address, size) ? any : -1;
    }
}
