package org.karlworkbench.layout.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.layout.tests.support.TestKit;
import org.karlworkbench.layout.tests.support.TestLink;

/** The 2,000 objects of the C library: places found by symbols beside those of the linker's map. */
@TestInstance(Lifecycle.PER_CLASS)
class BigKitTest {
    private static final Path LIBRARY = Path.of("/usr/lib/x86_64-linux-gnu/libc.a");

    private Path folder;
    private LoadedKit kit;
    private ObjectFile gap;

    @BeforeAll
    void unpack(@TempDir Path temporary) throws Exception {
        folder = temporary;
        kit = TestKit.ofLibrary(folder.resolve("kit"), LIBRARY, 64);
        gap = TestKit.gap(folder.resolve("gap.o"), kit, 8192, 0x340, 0x120, 0x450, 0x110);
    }

    /** Locals kept but for temporaries (-X), or none at all (-x). */
    @ParameterizedTest
    @CsvSource({"ld,-X,0.97", "ld.lld,-X,0.97", "ld,-x,0.94", "ld.lld,-x,0.94"})
    void symbolsTellTheTruthAboutNearlyAllBytes(String linker, String flag, double share) throws Exception {
        TestLink link = TestLink.link(kit, gap, folder.resolve("kernel"), linker, 4, flag);
        Map<String, Long> truth = new HashMap<>();
        long bytes = 0;
        Places places = link.places();
        for (int row = 0; row < places.count(); row++) {
            if (places.kind(row) == PlaceKind.INPUT) {
                truth.put(places.object(row) + places.sectionIndex(row), places.address(row));
                bytes += places.size(row);
            }
        }
        long found = 0;
        try (ElfFile kernel = ElfFile.open(link.kernel())) {
            Places told = Places.fromSymbols(kernel, kit);
            for (int row = 0; row < told.count(); row++) {
                if (told.kind(row) == PlaceKind.INPUT && !told.object(row).equals(Places.GAP)) {
                    Long address = truth.get(told.object(row) + told.sectionIndex(row));
                    assertEquals(address, told.address(row), told.object(row) + told.section(row));
                    found += told.size(row);
                }
            }
        }
        assertTrue(found >= share * bytes, found + " of " + bytes);
        agree(link);
    }

    /** What symbols tell of a symbol's object is what the map tells, or nothing. */
    private void agree(TestLink link) throws Exception {
        Rows told = Layout.read(link.kernel(), kit, null, Progress.NONE).symbols();
        Rows truth =
                Layout.read(link.kernel(), kit, link.places(), Progress.NONE).symbols();
        int known = 0;
        for (int row = 0; row < truth.count(); row++) {
            assertEquals(truth.source(row), told.source(row));
            if (!told.object(row).isEmpty() && !truth.object(row).isEmpty()) {
                assertEquals(truth.object(row), told.object(row), truth.name(row));
                known++;
            }
        }
        assertTrue(known > 0.95 * truth.count(), known + " of " + truth.count());
    }
}
