package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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

    /**
     * The same, where words may differ that lead to words of the global offset table: both have to hold the same.
     *
     * @return how many such words there are
     */
    static long throughTable(Path one, Path other, String draw) throws Exception {
        long through = 0;
        try (ElfFile ours = ElfFile.open(one);
                ElfFile theirs = ElfFile.open(other)) {
            assertEquals(theirs.header().flags(), ours.header().flags(), draw + ": e_flags");
            assertEquals(filled(theirs, Set.of(".got")), filled(ours, Set.of(".got")), draw);
            int table = ours.sections().find(".got");
            int theirTable = theirs.sections().find(".got");
            assertEquals(theirs.sections().address(theirTable), ours.sections().address(table), draw);
            IntBuffer words = words(ours, table);
            IntBuffer theirWords = words(theirs, theirTable);
            for (int i = 1; i < theirs.sections().count(); i++) {
                if (isFilled(theirs, i) && i != theirTable) {
                    String section = theirs.sections().name(i);
                    IntBuffer own = words(ours, ours.sections().find(section));
                    IntBuffer their = words(theirs, i);
                    for (int at = 0; at < own.limit(); at++) {
                        if (own.get(at) != their.get(at)) {
                            int apart = own.get(at) - their.get(at);
                            assertTrue(leadsToTheSame(words, theirWords, apart), draw + ": " + section + "+4*" + at);
                            through++;
                        }
                    }
                }
            }
        }
        return through;
    }

    private static IntBuffer words(ElfFile kernel, int section) throws Exception {
        return ByteBuffer.wrap(kernel.content(section))
                .order(kernel.header().order())
                .asIntBuffer();
    }

    /** Whether the tables hold the same anywhere, so many bytes apart. */
    private static boolean leadsToTheSame(IntBuffer ours, IntBuffer theirs, int apart) {
        return IntStream.range(0, ours.limit())
                .filter(slot -> slot - apart / 4 >= 0 && slot - apart / 4 < theirs.limit())
                .anyMatch(slot -> apart % 4 == 0 && ours.get(slot) == theirs.get(slot - apart / 4));
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
