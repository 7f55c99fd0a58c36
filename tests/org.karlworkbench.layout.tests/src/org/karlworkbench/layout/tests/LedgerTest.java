package org.karlworkbench.layout.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.tests.support.Entries;
import org.karlworkbench.layout.tests.support.Sources;
import org.karlworkbench.layout.tests.support.TestKit;
import org.karlworkbench.layout.tests.support.TestLink;

/** The ledger entry beside a kernel, when it is believed and when not. */
class LedgerTest {
    @TempDir
    Path folder;

    private TestLink link;
    private LedgerEntry entry;

    @BeforeEach
    void link() throws Exception {
        LoadedKit kit = TestKit.ofSources(folder.resolve("kit"), 64, Sources.small(), "-O1");
        ObjectFile gap = TestKit.gap(folder.resolve("gap.o"), kit, 4096, 0x40, 0x30, 0x20, 0x10);
        link = TestLink.link(kit, gap, folder.resolve("kernel"), "ld.lld", 2);
        entry = Entries.write(link, kit);
    }

    private Layout read() throws Exception {
        return Layout.read(link.kernel(), null, null, Progress.NONE);
    }

    @Test
    void itsPlacesAreUsedWithoutAnyKit() throws Exception {
        Layout layout = read();
        assertTrue(layout.entry().isPresent());
        assertTrue(layout.isComplete());
        assertEquals(link.places().count(), layout.places().count());
        assertEquals(0x30, layout.gap(GapName.RODATA).orElseThrow());
        assertTrue(layout.problems().isEmpty(), layout.problems().toString());
    }

    @Test
    void anEntryOfAnotherKernelIsNoneOfOurs() throws Exception {
        entry.setSha256("0".repeat(64));
        LedgerFiles.write(LedgerFiles.beside(link.kernel()), entry);
        assertNoEntry(0);
    }

    @Test
    void aDamagedEntryIsAProblem() throws Exception {
        Files.writeString(LedgerFiles.beside(link.kernel()), "{\"schemaVersion\":1,");
        assertNoEntry(1);
    }

    @Test
    void damagedMissingOrForeignPlacesAreAProblem() throws Exception {
        Files.write(Entries.places(link), new byte[100]);
        Layout damaged = read();
        assertFalse(damaged.isComplete());
        assertTrue(damaged.entry().isPresent());
        assertEquals(1, damaged.problems().size());
        for (String name : new String[] {"none", "../kernel.places", "/etc/passwd", "..", "a\0b"}) {
            entry.setPlaces(name);
            LedgerFiles.write(LedgerFiles.beside(link.kernel()), entry);
            Layout layout = read();
            assertFalse(layout.isComplete(), name);
            assertEquals(1, layout.problems().size(), name);
            assertTrue(layout.symbols().count() > 20);
        }
    }

    private void assertNoEntry(int problems) throws Exception {
        Layout layout = read();
        assertTrue(layout.entry().isEmpty());
        assertFalse(layout.isComplete());
        assertEquals(problems, layout.problems().size());
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.count() > 3, "nothing was removed");
        }
    }
}
