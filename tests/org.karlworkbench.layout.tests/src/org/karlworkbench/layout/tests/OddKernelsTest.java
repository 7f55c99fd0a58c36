package org.karlworkbench.layout.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfException;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.ElfWriter;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.layout.tests.support.Sources;
import org.karlworkbench.layout.tests.support.TestKit;
import org.karlworkbench.layout.tests.support.TestLink;
import org.karlworkbench.layout.tests.support.Tools;

/** Kernels that lack something, lie, or are none: a layout as far as it goes. */
class OddKernelsTest {
    @TempDir
    Path folder;

    private LoadedKit kit;

    private TestLink link() throws Exception {
        kit = TestKit.ofSources(folder.resolve("kit"), 64, Sources.small(), "-O1");
        ObjectFile gap = TestKit.gap(folder.resolve("gap.o"), kit, 4096, 0x40, 0x30, 0x20, 0x10);
        return TestLink.link(kit, gap, folder.resolve("kernel"), "ld", 2);
    }

    private Layout read(Path kernel) throws EngineException {
        return Layout.read(kernel, kit, null, Progress.NONE);
    }

    @Test
    void aStrippedKernelHasSectionsAndWithPlacesObjects() throws Exception {
        TestLink link = link();
        Tools.run(folder, "strip", link.kernel().toString());
        Layout bare = read(link.kernel());
        assertTrue(bare.sections().count() > 3);
        assertEquals(0, bare.symbols().count());
        assertEquals(0, bare.objects().count());
        assertEquals(-1, bare.endboot());
        Layout placed = Layout.read(link.kernel(), kit, link.places(), Progress.NONE);
        assertTrue(placed.objects().count() > 20);
    }

    @Test
    void aKernelWithoutSectionsHasItsSegments() throws Exception {
        Path kernel = link().kernel();
        byte[] bytes = Files.readAllBytes(kernel);
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(40, 0).putShort(60, (short) 0).putShort(62, (short) 0);
        Files.write(kernel, bytes);
        Layout layout = read(kernel);
        Rows segments = layout.sections();
        assertTrue(segments.count() >= 2);
        for (int row = 0; row < segments.count(); row++) {
            int segment = segments.source(row);
            assertEquals(Elf.PT_LOAD, layout.segments().type(segment));
            assertEquals(layout.segments().virtualAddress(segment), segments.address(row));
            assertEquals(layout.segments().memorySize(segment), segments.size(row));
            assertEquals("LOAD" + segment, segments.name(row));
        }
        assertEquals(0, layout.symbols().count());
        Places places = new Places.Builder()
                .add(PlaceKind.INPUT, "main.o", ".text", 1, ".text", segments.address(0) + 16, 32)
                .add(PlaceKind.INPUT, "lost.o", ".text", 1, ".text", 0x40, 32)
                .build();
        Rows objects = Layout.read(kernel, null, places, Progress.NONE).objects();
        assertTrue(objects.stream().anyMatch(row -> objects.name(row).equals("main.o")));
        assertFalse(objects.stream().anyMatch(row -> objects.name(row).equals("lost.o")), "outside of all segments");
    }

    @Test
    void aBrokenSymbolTableIsAProblemAndNotTheEnd() throws Exception {
        Path kernel = link().kernel();
        byte[] bytes = Files.readAllBytes(kernel);
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int table = (int) file.getLong(40);
        for (int i = 0; i < file.getShort(60); i++) {
            if (file.getInt(table + i * 64 + 4) == Elf.SHT_SYMTAB) {
                file.putInt(table + i * 64 + 40, 0x7777); // sh_link: names in a section that is none
            }
        }
        Files.write(kernel, bytes);
        Layout layout = read(kernel);
        assertTrue(layout.sections().count() > 3);
        assertEquals(0, layout.symbols().count());
        assertEquals(1, layout.problems().size());
        assertTrue(
                layout.problems().getFirst().contains("kernel"),
                layout.problems().toString());
    }

    @Test
    void overlappingSectionsAndSymbolsAreShownAsTheyAre() throws Exception {
        TestLink link = link();
        byte[] bytes = Files.readAllBytes(link.kernel());
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try (ElfFile elf = ElfFile.open(link.kernel())) {
            Sections sections = elf.sections();
            int table = (int) elf.header().sectionOffset();
            int rodata = sections.find(".rodata");
            file.putLong(table + rodata * 64 + 16, sections.address(sections.find(".text")) + 8);
        }
        Files.write(link.kernel(), bytes);
        Layout layout = Layout.read(link.kernel(), kit, link.places(), Progress.NONE);
        int inner = layout.sections().at(layout.sections().address(0) + 8);
        assertEquals(".rodata", layout.sections().name(inner), "the last to start");
        assertTrue(layout.symbols().count() > 20);
        read(link.kernel());
    }

    @Test
    void namesAreKeptAsTheyAre() throws Exception {
        ElfWriter writer = new ElfWriter(true, ByteOrder.LITTLE_ENDIAN, Elf.EM_X86_64, 0);
        int text = writer.section(".te\nxt", Elf.SHT_PROGBITS, Elf.SHF_ALLOC | Elf.SHF_EXECINSTR, 1, new byte[64]);
        writer.symbol("a\tb\u202e<i>", 8, 4, Elf.STB_GLOBAL, Elf.STT_FUNC, text);
        Path file = linked("odd", writer);
        Rows symbols = Layout.read(file, null, null, Progress.NONE).symbols();
        assertEquals("a\tb\u202e<i>", symbols.name(0));
        assertEquals(".te\nxt", symbols.section(0));
    }

    @Test
    void theInnermostRowIsFoundHoweverTheyNest() throws Exception {
        Random random = new Random(11);
        ElfWriter writer = new ElfWriter(true, ByteOrder.LITTLE_ENDIAN, Elf.EM_X86_64, 0);
        int text = writer.nobits(".bss", Elf.SHF_ALLOC | Elf.SHF_WRITE, 1, 4096);
        for (int i = 0; i < 200; i++) {
            long size = random.nextInt(4) == 0 ? 0 : random.nextInt(1 << random.nextInt(10));
            writer.symbol("s" + i, random.nextInt(1000), size, Elf.STB_GLOBAL, Elf.STT_OBJECT, text);
        }
        writer.symbol("top", -8, 8, Elf.STB_GLOBAL, Elf.STT_OBJECT, text);
        Path file = linked("nested", writer);
        Rows symbols = Layout.read(file, null, null, Progress.NONE).symbols();
        for (int address = 0; address < 2500; address++) {
            assertEquals(slowly(symbols, address), symbols.at(address), "at " + address);
        }
        assertEquals("top", symbols.name(symbols.at(-1)));
        assertEquals("top", symbols.name(symbols.at(-8)));
    }

    /** Writes an object as if it had been linked to address 0. */
    private Path linked(String name, ElfWriter writer) throws IOException {
        byte[] bytes = writer.toBytes();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(16, (short) Elf.ET_EXEC);
        return Files.write(folder.resolve(name), bytes);
    }

    private static int slowly(Rows rows, long address) {
        int found = -1;
        int label = -1;
        for (int row = 0; row < rows.count(); row++) {
            boolean starts = rows.address(row) >= 0 && rows.address(row) <= address;
            if (starts && address < rows.end(row)) {
                found = row;
            } else if (starts && rows.address(row) == address) {
                label = row;
            }
        }
        return found >= 0 ? found : label;
    }

    @Test
    void whatIsNoElfFileIsRefused() throws Exception {
        Path file = folder.resolve("text");
        Files.writeString(file, "no kernel at all, but long enough to be one: ".repeat(9));
        assertThrows(ElfException.class, () -> read(file));
        Files.write(file, new byte[0]);
        assertThrows(EngineException.class, () -> read(file));
        assertThrows(EngineException.class, () -> read(folder.resolve("missing")));
    }

    @Test
    void aCutKernelEndsInWordsWhereverItIsCut() throws Exception {
        TestLink link = link();
        byte[] whole = Files.readAllBytes(link.kernel());
        for (int length = 0; length < whole.length; length += 97) {
            Path cut = folder.resolve("cut");
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThrows(ElfException.class, () -> read(cut));
        }
    }

    @Test
    void aKernelWithRandomDamageNeverEndsInAnythingElse() throws Exception {
        TestLink link = link();
        byte[] whole = Files.readAllBytes(link.kernel());
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] bad = whole.clone();
            for (int hit = 0; hit < 8; hit++) {
                int place = random.nextBoolean() ? random.nextInt(64) : bad.length - 1 - random.nextInt(3000);
                bad[place] = (byte) random.nextInt();
            }
            Path file = folder.resolve("bad");
            Files.write(file, bad);
            try {
                Layout layout = Layout.read(file, kit, i % 2 == 0 ? null : link.places(), Progress.NONE);
                layout.symbols().at(random.nextLong());
                layout.gapsOrNull();
            } catch (EngineException e) {
                assertFalse(e.line().isEmpty());
            }
        }
    }
}
