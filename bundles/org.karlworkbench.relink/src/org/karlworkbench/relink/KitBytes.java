package org.karlworkbench.relink;

import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;

/**
 * How much a kit is, for limits and for the space that its kernel needs.
 *
 * @param file bytes that the sections of its linked objects take in their files
 * @param loaded those of them that are loaded
 */
record KitBytes(long file, long loaded) {
    static KitBytes of(LoadedKit kit) {
        long file = 0;
        long loaded = 0;
        for (ObjectFile object : kit.objects()) {
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
