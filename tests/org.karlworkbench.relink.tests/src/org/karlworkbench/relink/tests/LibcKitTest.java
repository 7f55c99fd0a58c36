package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;
import org.karlworkbench.relink.RelinkResult;

/** Relinks of some 2,000 objects that were not made for this: Debian's libc.a. */
class LibcKitTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "libc-amd64,ld",
        "libc-amd64,lld",
        "libc-i386,ld",
        "libc-i386,lld",
        "libc-amd64,builtin",
        "libc-i386,builtin"
    })
    void everyByteIsAccountedFor(String name, String linker) throws Exception {
        LoadedKit kit = Kits.loaded(name);
        Path kernel = folder.resolve("bsd");
        RelinkResult result = Runs.relink(kit, linker, 21, kernel);
        assertTrue(result.entry().getOrder().size() > 1900);
        assertEquals(0, result.account().unexplainedBytes());
        assertEquals(
                result.account().bytes(),
                result.account().by().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        Places places =
                Places.read(result.entryFile().resolveSibling(result.entry().getPlaces()));
        Set<String> objects = new HashSet<>();
        for (int row = 0; row < places.count(); row++) {
            if (places.kind(row) == PlaceKind.INPUT) {
                objects.add(places.object(row));
                assertTrue(places.sectionIndex(row) > 0, places.object(row) + " " + places.section(row));
            }
        }
        assertEquals(kit.objects().size() + 1, objects.size());
        inside(kernel, places);
        Alone.assertVerified(kit, result, folder, 21);
    }

    /** Every place lies inside a loaded section of its name, and the order of addresses is the order of rows. */
    private static void inside(Path kernel, Places places) throws Exception {
        try (ElfFile file = ElfFile.open(kernel)) {
            Sections sections = file.sections();
            for (int row = 0; row < places.count(); row++) {
                int section = sections.find(places.output(row));
                long offset = places.address(row) - sections.address(section);
                assertTrue(offset >= 0 && offset + places.size(row) <= sections.size(section), "row " + row);
                assertTrue(
                        row == 0 || Long.compareUnsigned(places.address(row - 1), places.address(row)) <= 0,
                        "row " + row);
            }
        }
    }
}
