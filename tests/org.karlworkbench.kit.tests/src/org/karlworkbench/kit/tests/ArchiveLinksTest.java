package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.karlworkbench.kit.tests.KitSources.open;
import static org.karlworkbench.kit.tests.KitSources.refused;
import static org.karlworkbench.kit.tests.KitSources.temporary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.KitSource;

/** Links in archives: what a kit's folder may have, its archive may have too. */
class ArchiveLinksTest {
    @TempDir
    Path folder;

    @TempDir
    Path unpacking;

    @BeforeEach
    void aPlaceToUnpack() throws IOException {
        KitSources.useTemporary(unpacking);
    }

    @AfterEach
    void restore() {
        KitSources.restoreTemporary();
    }

    @Test
    void linksToFilesOfTheKitBecomeFiles() throws Exception {
        Path archive = new TarBytes()
                .symbolicLink("K/first.o", "./b.o")
                .file("K/a.o", "A")
                .file("K/b.o", "B")
                .file("K/deep/c.o", "C")
                .hardLink("K/hard.o", "K/a.o")
                .hardLink("K/harder.o", "./K/hard.o")
                .symbolicLink("K/chain.o", "first.o")
                .symbolicLink("K/below.o", "deep/../deep/c.o")
                .symbolicLink("K/round.o", "../K/a.o")
                .writeTo(folder.resolve("k.tgz"));
        Map<String, String> expected = new TreeMap<>(Map.of("a.o", "A", "b.o", "B", "first.o", "B", "chain.o", "B"));
        expected.putAll(Map.of("hard.o", "A", "harder.o", "A", "round.o", "A", "below.o", "C"));
        try (KitSource source = open(archive, "K")) {
            Map<String, String> found = new TreeMap<>();
            for (String name : source.objectNames()) {
                Path file = source.folder().resolve(name);
                assertTrue(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS), name);
                found.put(name, Files.readString(file));
            }
            assertEquals(expected, found);
        }
    }

    @Test
    void aHardLinkMayLeadToAnotherKitOfTheArchive() throws Exception {
        Path archive = new TarBytes()
                .file("GENERIC/a.o", "A")
                .file("GENERIC.MP/b.o", "B")
                .hardLink("GENERIC.MP/a.o", "GENERIC/a.o")
                .writeTo(folder.resolve("k.tar"));
        for (String name : List.of("GENERIC", "GENERIC.MP")) {
            try (KitSource source = open(archive, name)) {
                assertEquals(name.equals("GENERIC") ? List.of("a.o") : List.of("a.o", "b.o"), source.objectNames());
                assertEquals("A", Files.readString(source.folder().resolve("a.o")));
            }
        }
    }

    @Test
    void longTargetsOfBothKinds() throws Exception {
        String name = "x".repeat(150) + ".o";
        Path archive = new TarBytes()
                .longName("K/" + name)
                .file("cut", "1")
                .longTarget("K/" + name)
                .hardLink("K/a.o", "cut")
                .pax('x', "linkpath=" + name)
                .symbolicLink("K/b.o", "cut")
                .writeTo(folder.resolve("k.tgz"));
        try (KitSource source = open(archive, null)) {
            assertEquals("1", Files.readString(source.folder().resolve("a.o")));
            assertEquals("1", Files.readString(source.folder().resolve("b.o")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2, /etc/passwd",
        "2, ../../etc/passwd",
        "2, ../../../../../../etc/passwd",
        "2, ../OTHER/o.o",
        "2, ../K/../OTHER/o.o",
        "2, nothing.o",
        "2, x.o",
        "2, .",
        "2, deep",
        "2, to-other.o",
        "2, ''",
        "1, /etc/passwd",
        "1, ../etc/passwd",
        "1, K/later.o",
        "1, K/x.o",
        "1, K",
        "1, ''",
    })
    void linksThatMustNotBeFollowed(char type, String target) throws Exception {
        TarBytes tar = new TarBytes()
                .file("OTHER/o.o", "")
                .file("K/a.o", "")
                .file("K/deep/c.o", "")
                .symbolicLink("K/to-other.o", "to-a.o");
        (type == '1' ? tar.hardLink("K/x.o", target) : tar.symbolicLink("K/x.o", target))
                .symbolicLink("K/to-a.o", target.equals("to-other.o") ? "../OTHER/o.o" : "a.o")
                .file("K/later.o", "");
        EngineException e = refused(tar.writeTo(folder.resolve("k.tgz")), "K");
        assertEquals("refused-archive", e.code());
        assertEquals(target.equals("to-other.o") ? "K/to-other.o" : "K/x.o", e.place());
        assertEquals(0, temporary().size());
    }

    @Test
    void aLongChainIsNotFollowed() throws Exception {
        TarBytes tar = new TarBytes().file("K/0.o", "");
        for (int i = 1; i <= 20; i++) {
            tar.symbolicLink("K/" + i + ".o", i - 1 + ".o");
        }
        EngineException e = refused(tar.writeTo(folder.resolve("k.tgz")));
        assertEquals("refused-archive", e.code());
        assertEquals("K/9.o", e.place());
    }

    @Test
    void linksCannotMultiplyAFileWithoutEnd() throws Exception {
        TarBytes tar = new TarBytes().file("K/a.o", "x".repeat(1 << 20));
        for (int i = 0; i < 500; i++) {
            tar.hardLink("K/" + i + ".o", "K/a.o");
        }
        EngineException e = refused(tar.writeTo(folder.resolve("k.tgz")));
        assertEquals("refused-archive", e.code());
        assertTrue(e.line().contains("unpacks to far more"), e.line());
        assertEquals(0, temporary().size());
    }
}
