package org.karlworkbench.verify;

import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;

/** The loaded sections of a kernel with their bytes, read when first asked for. */
final class Image {
    private final ElfFile file;
    private final Sections sections;
    private final byte[][] contents;
    private final String[] names;
    private final boolean[] made;
    private String lastName;
    private int last = -1;

    Image(ElfFile file) {
        this.file = file;
        sections = file.sections();
        contents = new byte[sections.count()][];
        names = new String[sections.count()];
        made = new boolean[sections.count()];
        for (int i = 1; i < names.length; i++) {
            names[i] = sections.name(i);
            made[i] = LinkerSections.makes(names[i]);
        }
    }

    Sections sections() {
        return sections;
    }

    /** The name of a section. */
    String name(int section) {
        return names[section];
    }

    /** Whether a section is one that a linker makes without an object's help. */
    boolean isMade(int section) {
        return made[section];
    }

    /** The bytes of a section; empty for one that takes no room in the file. */
    byte[] content(int section) throws EngineException {
        if (contents[section] == null) {
            contents[section] = file.content(section);
        }
        return contents[section];
    }

    /** Puts other bytes of the same number in a section's place, where a linker has changed their order. */
    void replace(int section, byte[] content) {
        contents[section] = content;
    }

    /** The loaded section of a name that holds these bytes, else any that does, else -1. */
    int find(String name, long address, long size) {
        // Rows come by address, so that the next one mostly lies where the one before does.
        int named = name.equals(lastName) ? last : sections.find(name);
        lastName = name;
        last = named;
        if (named >= 0 && holds(named, address, size)) {
            return named;
        }
        for (int i = 1; i < sections.count(); i++) {
            if (holds(i, address, size)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether any of the addresses from one to another, that one excluded, lies in a loaded section. */
    boolean isLoaded(long from, long to) {
        for (int i = 1; i < sections.count(); i++) {
            long start = sections.address(i);
            if (sections.isAllocated(i)
                    && Long.compareUnsigned(start, to) < 0
                    && Long.compareUnsigned(from, start + sections.size(i)) < 0) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(int section, long address, long size) {
        long offset = address - sections.address(section);
        return sections.isAllocated(section)
                && Long.compareUnsigned(offset, sections.size(section)) <= 0
                && Long.compareUnsigned(size, sections.size(section) - offset) <= 0;
    }
}
