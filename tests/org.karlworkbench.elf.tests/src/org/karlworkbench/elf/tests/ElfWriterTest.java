package org.karlworkbench.elf.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.ElfWriter;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.elf.Symbols;

/** What the writer writes: readelf takes it without a warning, linkers link it, and it reads back. */
class ElfWriterTest {
    @TempDir
    Path folder;

    /** Every machine of the catalogue, by class and order. */
    @ParameterizedTest
    @CsvSource({
        "64, false, 62, true",
        "32, false, 3, false",
        "64, false, 183, true",
        "32, false, 40, false",
        "64, true, 8, true",
        "64, false, 8, true",
        "32, true, 8, false",
        "32, true, 20, true",
        "64, true, 21, true",
        "64, false, 243, true",
        "64, true, 43, true",
        "32, true, 15, true",
        "64, false, 36902, true",
        "32, false, 42, true",
        "32, true, 5, true"
    })
    void readelfAcceptsIt(int bits, boolean big, int machine, boolean addends) throws Exception {
        ByteOrder order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        Path path = folder.resolve("written.o");
        Files.write(path, Samples.object(bits == 64, order, machine));
        Tools.Output output = Tools.run(folder, List.of("readelf", "-aW", "written.o"));
        assertEquals("", output.err());
        assertFalse(output.out().contains("arning"), output.out());
        assertFalse(output.out().contains("rror"), output.out());
        Witness.compare(path);
        try (ElfFile file = ElfFile.open(path)) {
            assertEquals(machine, file.header().machine());
            assertEquals(order, file.header().order());
            assertEquals(bits, file.header().bits());
            assertTrue(file.sections().find(addends ? ".rela.text" : ".rel.text") > 0);
            assertEquals("Xen", file.notes().getFirst().name());
            Reading.all(file);
        }
    }

    @Test
    void readsBackAsItWasAdded() throws Exception {
        ElfFile file = ElfFile.of("sample", Samples.object(true, ByteOrder.BIG_ENDIAN, Elf.EM_SPARCV9));
        Symbols symbols = file.symbols();
        // local ones first, each kind in the order of adding
        List<String> names = List.of("", "", "local", "note", "start", "outside", "zeroed", "fixed", "shared");
        for (int i = 0; i < names.size(); i++) {
            assertEquals(names.get(i), symbols.name(i));
        }
        assertEquals(4, file.sections().info(file.sections().find(".symtab")));
        assertEquals(Symbols.ABSOLUTE, symbols.section(symbols.find("fixed")));
        assertEquals(Symbols.COMMON, symbols.section(symbols.find("shared")));
        assertEquals(Elf.STV_HIDDEN, symbols.visibility(symbols.find("zeroed")));
        Relocations text = file.relocations(file.sections().find(".rela.text"));
        assertEquals(symbols.find("outside"), text.symbol(0));
        assertEquals(Elf.STT_SECTION, symbols.type(text.symbol(1)));
        assertEquals(file.sections().find(".text"), text.target());
    }

    @Test
    void sameInputSameBytes() {
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            assertArrayEquals(Samples.object(true, order, Elf.EM_MIPS), Samples.object(true, order, Elf.EM_MIPS));
        }
        ElfWriter writer = new ElfWriter(true, ByteOrder.LITTLE_ENDIAN, Elf.EM_X86_64, 0);
        writer.undefined("a");
        assertArrayEquals(writer.toBytes(), writer.toBytes());
    }

    @Test
    void takesOverTheHeaderOfAnObject() throws Exception {
        Path object = Tools.clang(folder, "riscv", Sources.PLAIN, "riscv64-linux-gnu", "-march=rv64gc", "-mabi=lp64d");
        try (ElfFile like = ElfFile.open(object)) {
            ElfHeader written = ElfFile.of("written", new ElfWriter(like.header()).toBytes())
                    .header();
            assertTrue(written.flags() != 0);
            assertEquals(like.header().flags(), written.flags());
            assertEquals(like.header().machine(), written.machine());
            assertEquals(like.header().osAbi(), written.osAbi());
        }
    }

    /** GNU ld and lld resolve what was written: a call, an address, and one that counts from a section's start. */
    @ParameterizedTest
    @CsvSource({"ld", "ld.lld"})
    void linkersLinkIt(String linker) throws Exception {
        ElfWriter caller = new ElfWriter(true, ByteOrder.LITTLE_ENDIAN, Elf.EM_X86_64, 0);
        int text = caller.section(".text", Elf.SHT_PROGBITS, Elf.SHF_ALLOC | Elf.SHF_EXECINSTR, 16, new byte[16]);
        int data = caller.section(".data", Elf.SHT_PROGBITS, Elf.SHF_ALLOC | Elf.SHF_WRITE, 8, new byte[24]);
        caller.symbol("_start", 0, 16, Elf.STB_GLOBAL, Elf.STT_FUNC, text);
        // R_X86_64_PC32 and R_X86_64_64
        caller.relocation(text, 1, caller.undefined("callee"), 2, -4);
        caller.relocation(data, 8, caller.undefined("callee"), 1, 3);
        caller.relocation(data, 16, caller.sectionSymbol(data), 1, 5);
        ElfWriter callee = new ElfWriter(true, ByteOrder.LITTLE_ENDIAN, Elf.EM_X86_64, 0);
        int section = callee.section(".text", Elf.SHT_PROGBITS, Elf.SHF_ALLOC | Elf.SHF_EXECINSTR, 4096, new byte[8]);
        callee.symbol("callee", 4, 4, Elf.STB_GLOBAL, Elf.STT_FUNC, section);
        Files.write(folder.resolve("caller.o"), caller.toBytes());
        Files.write(folder.resolve("callee.o"), callee.toBytes());
        assertEquals(
                "",
                Tools.run(folder, List.of(linker, "-o", "out", "caller.o", "callee.o"))
                        .err());
        check(folder.resolve("out"));
    }

    private static void check(Path linked) throws Exception {
        try (ElfFile file = ElfFile.open(linked)) {
            Symbols symbols = file.symbols();
            long callee = symbols.value(symbols.find("callee"));
            long start = symbols.value(symbols.find("_start"));
            assertEquals(4, callee & 4095);
            assertEquals(start, file.header().entry());
            int text = file.sections().find(".text");
            int data = file.sections().find(".data");
            byte[] code = file.content(text);
            byte[] values = file.content(data);
            int call = (int) (start - file.sections().address(text)) + 1;
            assertEquals(callee - start - 5, number(code, call, 4));
            assertEquals(callee + 3, number(values, 8, 8));
            assertEquals(file.sections().address(data) + 5, number(values, 16, 8));
        }
    }

    private static long number(byte[] bytes, int at, int width) {
        long number = 0;
        for (int i = width - 1; i >= 0; i--) {
            number = number << 8 | bytes[at + i] & 0xff;
        }
        return number;
    }

    @Test
    void mips64TypesSurviveBothOrders() throws Exception {
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            ElfWriter writer = new ElfWriter(true, order, Elf.EM_MIPS, 0x60000007);
            int text = writer.section(".text", Elf.SHT_PROGBITS, Elf.SHF_ALLOC, 4, new byte[8]);
            writer.relocation(text, 4, writer.undefined("there"), 0x051807, -12);
            ElfFile file = ElfFile.of("mips", writer.toBytes());
            Relocations relocations = file.relocations(2);
            assertEquals(0x051807, relocations.type(0));
            assertEquals(1, relocations.symbol(0));
            assertEquals(-12, relocations.addend(0));
        }
    }

    @Test
    void addendsCanBeChosen() throws Exception {
        ElfWriter writer = new ElfWriter(false, ByteOrder.LITTLE_ENDIAN, Elf.EM_386, 0).explicitAddends(true);
        int text = writer.section(".text", Elf.SHT_PROGBITS, Elf.SHF_ALLOC, 1, new byte[4]);
        writer.relocation(text, 0, writer.undefined("there"), 1, -4);
        ElfFile file = ElfFile.of("rela", writer.toBytes());
        assertEquals(-4, file.relocations(2).addend(0));
        assertThrows(IllegalArgumentException.class, writer.explicitAddends(false)::toBytes);
    }

    @Test
    void wrongArgumentsAreRefused() {
        ElfWriter writer = new ElfWriter(false, ByteOrder.LITTLE_ENDIAN, Elf.EM_386, 0);
        refused(() -> writer.section(".bss", Elf.SHT_NOBITS, 0, 1, new byte[0]));
        refused(() -> writer.section(".text", Elf.SHT_PROGBITS, 0, 3, new byte[0]));
        refused(() -> writer.section(".text", Elf.SHT_PROGBITS, 0, 0, new byte[0]));
        refused(() -> writer.nobits(".bss", 0, 1, 1L << 32));
        refused(() -> writer.symbol("a", 1L << 32, 0, 1, 0, 0));
        refused(() -> writer.symbol("a", 0, 0, 16, 0, 0));
        refused(() -> writer.symbol("a", 0, 0, 1, 0, 1));
        refused(() -> writer.sectionSymbol(0));
        refused(() -> writer.relocation(1, 0, 0, 1, 0));
        int text = writer.section(".text", Elf.SHT_PROGBITS, 0, 1, new byte[4]);
        refused(() -> writer.relocation(text, 0, 1, 1, 0));
        refused(() -> writer.relocation(text, 0, 0, 256, 0));
        writer.undefined("null\0inside");
        refused(writer::toBytes);
    }

    private static void refused(Executable call) {
        assertThrows(IllegalArgumentException.class, call);
    }
}
