package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.karlworkbench.elf.ElfFile;

/** Whether two kernels are the same once they are loaded. */
final class SameLoad {
    private SameLoad() {}

    /**
     * Compares what is loaded and not empty: sections, addresses, bytes, entry, e_flags.
     *
     * @param but sections that linkers make each in its way
     * @param draw what is told where they differ
     * @return how many bytes were compared
     */
    static long compare(Path one, Path other, Set<String> but, String draw) throws Exception {
        long compared = 0;
        try (ElfFile ours = ElfFile.open(one);
                ElfFile theirs = ElfFile.open(other)) {
            assertEquals(theirs.header().flags(), ours.header().flags(), draw + ": e_flags");
            assertEquals(theirs.header().entry(), ours.header().entry(), draw + ": entry");
            assertEquals(filled(theirs, but), filled(ours, but), draw);
            for (int i = 1; i < theirs.sections().count(); i++) {
                String section = theirs.sections().name(i);
                if (isFilled(theirs, i) && !but.contains(section)) {
                    assertArrayEquals(
                            theirs.content(i), ours.content(ours.sections().find(section)), draw + ": " + section);
                    compared += theirs.sections().size(i);
                }
            }
        }
        return compared;
    }

    private static boolean isFilled(ElfFile kernel, int section) {
        return kernel.sections().isAllocated(section) && kernel.sections().size(section) > 0;
    }

    private static List<String> filled(ElfFile kernel, Set<String> but) {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i < kernel.sections().count(); i++) {
            String name = kernel.sections().name(i);
            if (isFilled(kernel, i) && !but.contains(name)) {
                long address = kernel.sections().address(i);
                lines.add("%s %x %x".formatted(name, address, kernel.sections().size(i)));
            }
        }
        return lines;
    }
}
