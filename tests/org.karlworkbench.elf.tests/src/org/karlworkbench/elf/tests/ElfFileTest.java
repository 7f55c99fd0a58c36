package org.karlworkbench.elf.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfException;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.ElfWriter;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Symbols;

/** How files are opened, read later, closed, and looked up in. */
class ElfFileTest {
    @TempDir
    Path folder;

    private Path write(int textSize) throws Exception {
        ElfWriter writer = new ElfWriter(true, ByteOrder.LITTLE_ENDIAN, Elf.EM_X86_64, 0);
        byte[] content = new byte[textSize];
        for (int i = 0; i < textSize; i++) {
            content[i] = (byte) (i * 7);
        }
        int text = writer.section(".text", Elf.SHT_PROGBITS, Elf.SHF_ALLOC | Elf.SHF_EXECINSTR, 16, content);
        writer.symbol("start", 0, 4, Elf.STB_GLOBAL, Elf.STT_FUNC, text);
        Path path = folder.resolve("object-" + textSize + ".o");
        Files.write(path, writer.toBytes());
        return path;
    }

    @Test
    void smallAndLargeFilesReadAlike() throws Exception {
        for (int size : new int[] {0, 1, 64_000, 65_536, 1_000_000}) {
            Path path = write(size);
            try (ElfFile file = ElfFile.open(path)) {
                assertEquals(path.toString(), file.name());
                assertEquals(Files.size(path), file.size());
                assertEquals(size, file.content(1).length);
                assertArrayEquals(ElfFile.of("same", Files.readAllBytes(path)).content(1), file.content(1));
                assertEquals(1, file.symbols().find("start"));
                assertSame(file.symbols(), file.symbols());
            }
        }
    }

    @Test
    void whatIsAskedForAfterClosingIsReadAnew() throws Exception {
        for (int size : new int[] {100, 100_000}) {
            ElfFile file = ElfFile.open(write(size));
            file.close();
            file.close();
            assertEquals(1, file.symbols().find("start"));
            assertEquals(7, file.content(1)[1]);
        }
    }

    @Test
    void aFileThatChangedAfterClosingIsRefused() throws Exception {
        Path path = write(100_000);
        ElfFile file = ElfFile.open(path);
        Symbols symbols = file.symbols();
        file.close();
        Files.write(path, new byte[100]);
        ElfException e = assertThrows(ElfException.class, () -> file.content(1));
        assertTrue(e.line().contains("changed since it was opened"), e.line());
        assertEquals("start", symbols.name(1));
        Files.delete(path);
        assertTrue(assertThrows(EngineException.class, () -> file.content(1))
                .line()
                .contains("no such file"));
    }

    @Test
    void aFileThatShrinksWhileOpenIsRefused() throws Exception {
        Path path = write(100_000);
        try (ElfFile file = ElfFile.open(path)) {
            try (RandomAccessFile other = new RandomAccessFile(path.toFile(), "rw")) {
                other.setLength(50_000);
            }
            ElfException e = assertThrows(ElfException.class, () -> file.content(1));
            assertTrue(e.line().contains("became shorter"), e.line());
            assertThrows(ElfException.class, file::symbols);
        }
    }

    @Test
    void onlyRegularFilesAreOpened() throws Exception {
        Tools.run(folder, "mkfifo", "pipe");
        Files.createSymbolicLink(folder.resolve("link"), write(10));
        Files.createSymbolicLink(folder.resolve("circle"), folder.resolve("circle"));
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertEquals("is not a regular file", problem(folder.resolve("pipe")));
            assertEquals("is not a regular file", problem(Path.of("/dev/zero")));
        });
        assertEquals("is a folder, not a file", problem(folder));
        assertEquals("no such file or folder", problem(folder.resolve("missing.o")));
        assertEquals("symbolic links go in a circle", problem(folder.resolve("circle")));
        ElfFile.open(folder.resolve("link")).close();
    }

    private static String problem(Path path) {
        EngineException e = assertThrows(EngineException.class, () -> ElfFile.open(path));
        assertEquals("io", e.code());
        assertEquals(path.toString(), e.file());
        return e.getMessage();
    }

    @Test
    void sectionsWithoutContentAreEmpty() throws Exception {
        ElfFile file = ElfFile.of("sample", Samples.object(true, ByteOrder.BIG_ENDIAN, Elf.EM_SPARCV9));
        int bss = file.sections().find(".bss");
        assertTrue(file.sections().isNoBits(bss));
        assertEquals(0x123456, file.sections().size(bss));
        assertEquals(0, file.content(bss).length);
        assertEquals(0, file.content(0).length);
        assertThrows(IndexOutOfBoundsException.class, () -> file.content(100));
        assertThrows(IndexOutOfBoundsException.class, () -> file.content(-1));
        assertThrows(IllegalArgumentException.class, () -> file.relocations(bss));
    }

    @Test
    void contentIsTheReadersOwn() throws Exception {
        ElfFile file = ElfFile.open(write(10));
        file.content(1)[3] = 99;
        assertEquals(21, file.content(1)[3]);
    }

    @Test
    void globalsAreFoundBeforeLocalsOfTheSameName() throws Exception {
        ElfWriter writer = new ElfWriter(false, ByteOrder.BIG_ENDIAN, Elf.EM_PPC, 0);
        writer.symbol("twin", 1, 0, Elf.STB_LOCAL, 0, -1);
        writer.symbol("twin", 2, 0, Elf.STB_LOCAL, 0, -1);
        writer.symbol("local", 3, 0, Elf.STB_LOCAL, 0, -1);
        writer.symbol("local", 4, 0, Elf.STB_LOCAL, 0, -1);
        writer.symbol("twin", 5, 0, Elf.STB_WEAK, 0, -1);
        Symbols symbols = ElfFile.of("twins", writer.toBytes()).symbols();
        assertEquals(5, symbols.value(symbols.find("twin")));
        assertEquals(3, symbols.value(symbols.find("local")));
        assertEquals(-1, symbols.find(""));
        assertEquals(-1, symbols.find("twi"));
        assertEquals(-1, symbols.find("twins"));
        assertEquals(symbols.nameOffset(1), symbols.nameOffset(2));
    }

    @Test
    void symbolsAreFoundByThoseOfAnotherFile() throws Exception {
        Symbols big = symbols(1, 5000);
        Symbols small = symbols(4990, 5010);
        for (int i = 1; i < small.count(); i++) {
            int found = big.find(small, i);
            assertEquals(big.find(small.name(i)), found);
            assertEquals(small.value(i) < 5000, found > 0);
        }
        assertEquals(-1, big.find(small, 0));
    }

    private static Symbols symbols(int from, int to) throws EngineException {
        ElfWriter writer = new ElfWriter(true, ByteOrder.LITTLE_ENDIAN, Elf.EM_AARCH64, 0);
        for (int i = from; i < to; i++) {
            writer.symbol("name_" + i, i, 0, Elf.STB_GLOBAL, 0, -1);
        }
        return ElfFile.of("names", writer.toBytes()).symbols();
    }

    /** UTF-8 where it is, ISO-8859-1 where it cannot be UTF-8; each is found by what it was shown as. */
    @Test
    void namesOutsideAscii() throws Exception {
        ElfWriter writer = new ElfWriter(true, ByteOrder.LITTLE_ENDIAN, Elf.EM_X86_64, 0);
        writer.symbol("größe", 1, 0, Elf.STB_GLOBAL, 0, -1);
        writer.symbol("XXX", 2, 0, Elf.STB_GLOBAL, 0, -1);
        byte[] bytes = writer.toBytes();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("XXX");
        bytes[at] = (byte) 0xe4;
        bytes[at + 1] = (byte) 0xff;
        Symbols symbols = ElfFile.of("names", bytes).symbols();
        assertEquals("größe", symbols.name(1));
        assertEquals("\u00e4\u00ffX", symbols.name(2));
        assertEquals(1, symbols.find("größe"));
        assertEquals(2, symbols.find("\u00e4\u00ffX"));
    }
}
