package org.karlworkbench.kit;

import java.util.List;
import org.karlworkbench.elf.Sections;

/**
 * How much a kit is, for limits and for the space that its kernel and its tables need.
 *
 * @param file bytes that the sections of its linked objects take in their files
 * @param loaded those of them that are loaded
 * @param relocations how many relocations those have
 */
public record KitBytes(long file, long loaded, long relocations) {
    static KitBytes of(List<ObjectFile> linked) {
        long file = 0;
        long loaded = 0;
        long relocations = 0;
        for (ObjectFile object : linked) {
            Sections sections = object.sections();
            for (int i = 1; i < sections.count(); i++) {
                long bytes = sections.isNoBits(i) ? 0 : sections.size(i);
                file += bytes;
                loaded += sections.isAllocated(i) ? bytes : 0;
                relocations += ObjectFile.relocatesLoaded(sections, i) ? bytes / Math.max(1, sections.entrySize(i)) : 0;
            }
        }
        return new KitBytes(file, loaded, relocations);
    }
}
