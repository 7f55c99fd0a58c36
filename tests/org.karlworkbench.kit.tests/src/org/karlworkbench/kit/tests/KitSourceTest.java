package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.karlworkbench.kit.tests.KitSources.open;
import static org.karlworkbench.kit.tests.KitSources.refused;
import static org.karlworkbench.kit.tests.KitSources.two;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.AmbiguousKitException;
import org.karlworkbench.kit.KitSource;

class KitSourceTest {
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

    private Path kit(Path parent, String name, String... files) throws IOException {
        Path kit = Files.createDirectories(parent.resolve(name));
        for (String file : files) {
            Files.writeString(kit.resolve(file), file);
        }
        return kit;
    }

    @Test
    void aFolderWithObjects() throws Exception {
        Path kit = kit(folder, "GENERIC", "b.o", "a.o", "Makefile", "gap.o", "README");
        try (KitSource source = open(kit, null)) {
            assertEquals(kit.toRealPath(), source.folder());
            assertEquals("GENERIC", source.name());
            assertEquals(List.of("a.o", "b.o", "gap.o"), source.objectNames());
            assertFalse(source.temporary());
            assertEquals(kit, source.origin());
        }
        assertTrue(Files.exists(kit.resolve("a.o")));
        open(kit, "GENERIC").close();
    }

    @Test
    void aFolderOfKits() throws Exception {
        kit(folder, "GENERIC", "a.o");
        Files.createDirectory(folder.resolve("empty"));
        try (KitSource source = open(folder, null)) {
            assertEquals("GENERIC", source.name());
        }
        kit(folder, "GENERIC.MP", "a.o", "b.o");
        AmbiguousKitException several = assertThrows(AmbiguousKitException.class, () -> open(folder, null));
        assertEquals(List.of("GENERIC", "GENERIC.MP"), several.names());
        assertEquals("ambiguous-kit", several.code());
        try (KitSource source = open(folder, "GENERIC.MP")) {
            assertEquals(List.of("a.o", "b.o"), source.objectNames());
        }
        AmbiguousKitException unknown = assertThrows(AmbiguousKitException.class, () -> open(folder, "OTHER"));
        assertEquals("unknown-kit", unknown.code());
        assertEquals(List.of("GENERIC", "GENERIC.MP"), unknown.names());
    }

    @Test
    void whatCannotBeLookedAtIsNotSaidToBeMissing() throws Exception {
        assertEquals("no-kit", refused(folder.resolve("nothing")).code());
        EngineException e = refused(folder.resolve("x".repeat(300)));
        assertEquals("io", e.code(), e.line());
        assertFalse(e.line().contains("no such file"), e.line());
    }

    @Test
    void aKitWithoutObjectsIsAKit() throws Exception {
        Path kit = kit(folder, "GENERIC", "Makefile");
        try (KitSource source = open(kit, null)) {
            assertEquals(List.of(), source.objectNames());
        }
    }

    @Test
    void whatIsNoKitIsTold() throws Exception {
        assertEquals("no-kit", refused(folder.resolve("none")).code());
        assertEquals("empty-kit", refused(folder).code());
        kit(folder, "a", "README");
        assertEquals("no-kit", refused(folder).code());
        assertEquals("no-kit", refused(folder.resolve("a/README")).code());
        Path empty = Files.createFile(folder.resolve("empty.tgz"));
        assertEquals("empty-kit", refused(empty).code());
        assertEquals("empty-kit", refused(new TarBytes().writeTo(empty)).code());
        assertEquals(
                "empty-kit",
                refused(Files.write(empty, TarBytes.gzip(new byte[0]))).code());
        assertEquals(
                "empty-kit",
                refused(new TarBytes().header("x/", '5', 0).writeTo(empty)).code());
        assertEquals(
                "no-kit",
                refused(new TarBytes().file("x/README", "").writeTo(empty)).code());
        assertEquals(
                "no-kit", refused(Files.write(empty, "BZh91AY&SY".getBytes())).code());
        assertEquals("no-kit", refused(Path.of("/dev/null")).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kernel.tgz", "kernel.tar.gz", "kernel.tar", "kernel.whatever"})
    void anArchiveAsItIsShipped(String name) throws Exception {
        Path archive = two().writeTo(folder.resolve(name));
        assertEquals(
                List.of("GENERIC", "GENERIC.MP"),
                assertThrows(AmbiguousKitException.class, () -> open(archive, null))
                        .names());
        Path unpacked;
        try (KitSource source = open(archive, "GENERIC.MP")) {
            unpacked = source.folder();
            assertTrue(source.temporary());
            assertEquals("GENERIC.MP", source.name());
            assertEquals(archive, source.origin());
            assertEquals(List.of("a.o", "b.o"), source.objectNames());
            assertEquals("B", Files.readString(unpacked.resolve("a.o")));
            assertEquals("rwx------", mode(unpacked));
            assertEquals("rw-------", mode(unpacked.resolve("a.o")));
            assertEquals("rwx------", mode(unpacked.getParent()));
        }
        assertFalse(Files.exists(unpacked));
        assertFalse(Files.exists(unpacked.getParent()));
        try (KitSource source = open(archive, "GENERIC")) {
            assertEquals("OBJS=a.o", Files.readString(source.folder().resolve("Makefile")));
            assertEquals("A", Files.readString(source.folder().resolve("a.o")));
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void anArchiveWithoutFolders() throws Exception {
        Path archive = new TarBytes()
                .file("old/x.o", "")
                .file("./a.o", "A")
                .file("Makefile", "M")
                .writeTo(folder.resolve("MINE.tar.gz"));
        try (KitSource source = open(archive, null)) {
            assertEquals("MINE", source.name());
            assertEquals(List.of("a.o"), source.objectNames());
            assertEquals("M", Files.readString(source.folder().resolve("Makefile")));
        }
        open(archive, "MINE").close();
        try (KitSource source = open(archive, "old")) {
            assertEquals(List.of("x.o"), source.objectNames());
        }
    }

    @Test
    void kitsOfOneNameAreToldApartByTheirPaths() throws Exception {
        Path archive = new TarBytes()
                .file("a/GENERIC/x.o", "1")
                .file("b/GENERIC/x.o", "2")
                .writeTo(folder.resolve("k.tar"));
        AmbiguousKitException e = assertThrows(AmbiguousKitException.class, () -> open(archive, "GENERIC"));
        assertEquals(List.of("a/GENERIC", "b/GENERIC"), e.names());
        try (KitSource source = open(archive, "b/GENERIC")) {
            assertEquals("GENERIC", source.name());
            assertEquals("2", Files.readString(source.folder().resolve("x.o")));
        }
    }

    @Test
    void linksThatLeadOutsideAreRefused() throws Exception {
        Path kit = kit(folder, "K", "a.o");
        Path outside = Files.writeString(folder.resolve("outside.o"), "x");
        for (String name : List.of("b.o", "Makefile", "ld.script")) {
            Path link = Files.createSymbolicLink(kit.resolve(name), outside);
            EngineException e = refused(kit);
            assertEquals("refused-link", e.code());
            assertEquals(name, e.place());
            Files.delete(link);
        }
        Files.createSymbolicLink(kit.resolve("c.o"), Path.of("a.o"));
        Files.createSymbolicLink(kit.resolve("machine"), Path.of("/usr/include"));
        try (KitSource source = open(kit, null)) {
            assertEquals(List.of("a.o", "c.o"), source.objectNames());
        }
        Files.createSymbolicLink(kit.resolve("d.o"), Path.of("nowhere"));
        assertEquals("refused-link", refused(kit).code());
    }

    @Test
    void aKitThatIsALinkIsToldSo() throws Exception {
        Path elsewhere = kit(folder, "elsewhere/GENERIC", "a.o");
        Path kits = kit(folder, "kernel");
        kit(kits, "GENERIC.MP", "a.o");
        Files.createSymbolicLink(kits.resolve("GENERIC"), elsewhere);
        EngineException e = assertThrows(EngineException.class, () -> open(kits, "GENERIC"));
        assertEquals("refused-link", e.code());
        // the path that the user names may lead through links
        try (KitSource source = open(kits.resolve("GENERIC"), null)) {
            assertEquals(elsewhere.toRealPath(), source.folder());
        }
    }

    @Test
    void trapsInFolders() throws Exception {
        Path kit = kit(folder, "K", "a.o", "-T.o");
        assertEquals("refused-file", refused(kit).code());
        Files.delete(kit.resolve("-T.o"));
        Files.createDirectory(kit.resolve("folder.o"));
        try (KitSource source = open(kit, null)) {
            assertEquals(List.of("a.o"), source.objectNames());
        }
        Process fifo = new ProcessBuilder("mkfifo", kit.resolve("pipe.o").toString()).start();
        assertEquals(0, fifo.waitFor());
        assertEquals("refused-file", refused(kit).code());
    }

    @Test
    void twoAtATimeDoNotMeet() throws Exception {
        Path archive = two().writeTo(folder.resolve("k.tgz"));
        try (KitSource one = open(archive, "GENERIC");
                KitSource other = open(archive, "GENERIC")) {
            assertFalse(one.folder().equals(other.folder()));
        }
    }
}
