package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.karlworkbench.kit.tests.KitSources.open;
import static org.karlworkbench.kit.tests.KitSources.refused;
import static org.karlworkbench.kit.tests.KitSources.temporary;
import static org.karlworkbench.kit.tests.KitSources.two;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;

/** Archives, honest and hostile. */
class KitArchiveTest {
    private static final int ROUNDS = 150 * Integer.getInteger("karl.rounds", 1);
    /** The folder GENERIC with a.o ("A") and Makefile, packed by xz. */
    private static final String XZ =
            "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4Cf/AH9dACORRf+/XbtlxjSEeSHFamnPvRQaDDBlcnexN9ejTr5M54zDSkE/lwJTrH+s"
                    + "Kz3g+lpGsMP2w9eVBvpuE7unRXnpjB+n5TzHb++ZZ9qXIsEyrMZ3fi3KWvrJCubi2PtMw4I8k8YU2xuxwBKhk8w2iMumso2C9Zvl"
                    + "Um8C/ryyCgAAAGgoiOrFyEJRAAGbAYBQAABmg3EIscRn+wIAAAAABFla";

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
    void anArchivePackedByXz() throws Exception {
        byte[] packed = Base64.getDecoder().decode(XZ);
        Path archive = Files.write(folder.resolve("kernel.tar.xz"), packed);
        try (KitSource source = open(archive, null)) {
            assertEquals("GENERIC", source.name());
            assertEquals("A", Files.readString(source.folder().resolve("a.o")));
        }
        for (int length = 6; length < packed.length; length += 7) {
            Files.write(archive, Arrays.copyOf(packed, length));
            assertEquals(length < 7 ? "no-kit" : "bad-archive", refused(archive).code(), "cut at " + length);
        }
        packed[packed.length / 2] ^= 4;
        Files.write(archive, packed);
        assertEquals("bad-archive", refused(archive).code());
    }

    @Test
    void longNamesOfBothKinds() throws Exception {
        String name = "x".repeat(150) + ".o";
        Path archive = new TarBytes()
                .longName("K/" + name)
                .file("cut", "1")
                .pax('x', "path=K/y" + name, "mtime=1.5", "size=2")
                .header("cut", '0', 7)
                .data("22".getBytes())
                .pax('g', "comment=x")
                .file("K/z.o", "3")
                .writeTo(folder.resolve("k.tgz"));
        try (KitSource source = open(archive, null)) {
            assertEquals(List.of(name, "y" + name, "z.o"), source.objectNames());
            assertEquals("22", Files.readString(source.folder().resolve("y" + name)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/x.o",
                "../x.o",
                "K/../../x.o",
                "K/..",
                "K/a\nb.o",
                "K/\u001b[31m.o",
                "K/\u202eo.x.o",
                "K/-T.o",
                "K/@x.o",
                "-x.o",
            })
    void namesThatMustNotBeUsed(String name) throws Exception {
        Path archive = new TarBytes().file("K/a.o", "").file(name, "").writeTo(folder.resolve("k.tgz"));
        assertEquals("refused-archive", refused(archive).code());
    }

    @ParameterizedTest
    @ValueSource(chars = {'1', '2', '3', '4', '6', 'S', 'M', 'Z', 'D'})
    void whatIsNoPlainFile(char type) throws Exception {
        Path archive = new TarBytes().file("K/a.o", "").header("K/b.o", type, 0).writeTo(folder.resolve("k.tar"));
        EngineException e = refused(archive);
        assertEquals("refused-archive", e.code());
        assertEquals("K/b.o", e.place());
    }

    @Test
    void aMemberNamedTwice() throws Exception {
        for (String again : List.of("K/a.o", "./K/a.o", "K//a.o", "K/./a.o")) {
            Path archive = new TarBytes().file("K/a.o", "1").file(again, "2").writeTo(folder.resolve("k.tar"));
            EngineException e = refused(archive);
            assertEquals("duplicate-member", e.code());
            assertEquals("K/a.o", e.place());
        }
    }

    @Test
    void absurdSizes() throws Exception {
        for (long size : new long[] {Long.MAX_VALUE, 1L << 62, 1L << 40, (1L << 30) + 1, -1}) {
            Path archive = new TarBytes().header("K/a.o", '0', size).writeTo(folder.resolve("k.tgz"));
            assertTrue(
                    Set.of("refused-archive", "bad-archive")
                            .contains(refused(archive).code()),
                    "" + size);
        }
        Path pax = new TarBytes()
                .pax('x', "size=999999999999999999")
                .file("K/a.o", "")
                .writeTo(folder.resolve("k.tgz"));
        assertEquals("refused-archive", refused(pax).code());
        Path longName = new TarBytes().header("x", 'L', 1 << 30).writeTo(folder.resolve("k.tgz"));
        assertEquals("refused-archive", refused(longName).code());
        Path sparse =
                new TarBytes().pax('x', "GNU.sparse.major=1").file("K/a.o", "").writeTo(folder.resolve("k.tgz"));
        assertEquals("refused-archive", refused(sparse).code());
        Path global = new TarBytes().pax('g', "path=K/x.o").file("K/a.o", "").writeTo(folder.resolve("k.tgz"));
        assertEquals("refused-archive", refused(global).code());
    }

    @Test
    void aChainOfHeaders() throws Exception {
        TarBytes chain = new TarBytes();
        for (int i = 0; i < 20_000; i++) {
            chain.longName("x");
        }
        assertEquals(
                "refused-archive",
                refused(chain.file("K/a.o", "").writeTo(folder.resolve("k.tgz")))
                        .code());
    }

    @Test
    void aBombIsStopped() throws Exception {
        Path archive = folder.resolve("k.tgz");
        byte[] zeros = new byte[1 << 20];
        TarBytes bomb = new TarBytes().header("K/a.o", '0', 150L << 20);
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(archive), 1 << 16)) {
            out.write(bomb.bytes(), 0, 512);
            for (int i = 0; i < 150; i++) {
                out.write(zeros);
            }
        }
        assertEquals("refused-archive", refused(archive).code());
    }

    @Test
    void whatIsCutOffIsTold() throws Exception {
        byte[] plain = two().bytes();
        Path archive = folder.resolve("k.tar");
        // one of the two blocks of zeros is enough
        for (int length = 512; length < plain.length - 1023; length += 256) {
            Files.write(archive, Arrays.copyOf(plain, length));
            assertEquals("bad-archive", refused(archive).code(), "cut at " + length);
        }
        byte[] packed = TarBytes.gzip(plain);
        for (int length = 3; length < packed.length; length += 5) {
            Files.write(archive, Arrays.copyOf(packed, length));
            assertEquals("bad-archive", refused(archive).code(), "cut at " + length);
        }
        Files.write(archive, TarBytes.gzip("no tar at all".repeat(100).getBytes()));
        assertEquals("bad-archive", refused(archive).code());
    }

    @Test
    void damagedArchivesAreToldOrRead() throws Exception {
        Random random = new Random(7);
        byte[] plain = two().longName("GENERIC/c.o")
                .file("c", "C")
                .pax('x', "path=GENERIC/d.o")
                .file("d", "D")
                .bytes();
        Path archive = folder.resolve("k.tar");
        Set<Path> before = temporary();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = plain.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                int block = random.nextInt(bytes.length / 512) * 512;
                bytes[block + random.nextInt(random.nextBoolean() ? 512 : 160)] = (byte) random.nextInt(256);
                if (random.nextInt(4) > 0) {
                    byte[] header = Arrays.copyOfRange(bytes, block, block + 512);
                    System.arraycopy(TarBytes.sum(header), 0, bytes, block, 512);
                }
            }
            Files.write(archive, random.nextInt(5) == 0 ? TarBytes.gzip(bytes) : bytes);
            try (KitSource source = open(archive, "GENERIC")) {
                assertTrue(source.folder().isAbsolute());
            } catch (EngineException e) {
                assertFalse(e.line().isBlank());
            }
            assertEquals(before, temporary());
        }
    }

    @Test
    void cancellingLeavesNothing() throws Exception {
        Path archive = two().writeTo(folder.resolve("k.tgz"));
        Set<Path> before = temporary();
        for (int limit = 0; limit < 8; limit++) {
            int stop = limit;
            AtomicInteger asked = new AtomicInteger();
            Progress progress = Progress.silent(() -> asked.getAndIncrement() >= stop);
            assertThrows(CancellationException.class, () -> KitSource.open(archive, "GENERIC", progress));
            assertEquals(before, temporary());
        }
    }
}
