package org.karlworkbench.kit;

import java.util.List;
import org.karlworkbench.elf.Sections;

/**
 * How much a kit is, for limits and for the space that its kernel needs.
 *
 * @param file bytes that the sections of its linked objects take in their files
 * @param loaded those of them that are loaded
 */
public record KitBytes(long file, long loaded) {
    static KitBytes of(List<ObjectFile> linked) {
        long file = 0;
        long loaded = 0;
        for (ObjectFile object : linked) {
            Sections sections = object.sections();
            for (int i = 1; i < sections.count(); i++) {
                long bytes = sections.isNoBits(i) ? 0 : sections.size(i);
                file += bytes;
                loaded += sections.isAllocated(i) ? bytes : 0;
            }
        }
        return new KitBytes(file, loaded);
    }
}
