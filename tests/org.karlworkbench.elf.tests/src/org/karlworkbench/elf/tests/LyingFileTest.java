package org.karlworkbench.elf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfException;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.ElfWriter;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;

/** Files with one lie each: the exception names the table, the entry, the offset and the lie. */
class LyingFileTest {
    @TempDir
    Path folder;

    private final byte[] bytes = Samples.object(true, ByteOrder.LITTLE_ENDIAN, Elf.EM_X86_64);
    private final ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    private final Sections sections = sections();

    private Sections sections() {
        try {
            return ElfFile.of("honest", bytes.clone()).sections();
        } catch (EngineException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 126, does not begin with",
        "4, 1, 3, unknown class 3",
        "5, 1, 0, unknown byte order 0",
        "6, 1, 9, unknown version 9",
        "20, 4, 2, unknown version 2",
        "40, 8, -8, lie beyond the end",
        "40, 8, 0, e_shnum is",
        "54, 2, 0, ",
        "56, 2, 1, e_phoff is 0",
        "58, 2, 0, e_shentsize is 0 instead of 64",
        "58, 2, 40, e_shentsize is 40 instead of 64",
        "60, 2, 0, the count in section header 0",
        "60, 2, 65535, lie beyond the end",
        "62, 2, 200, e_shstrndx 200",
        "62, 2, 65535, ",
        "62, 2, 1, no string table"
    })
    void header(int at, int width, long value, String problem) throws EngineException {
        put(at, width, value);
        if (problem == null) {
            Reading.all(ElfFile.of("lying", bytes));
        } else {
            ElfException e = lie();
            assertTrue(e.getMessage().contains(problem), e.line());
            assertTrue(
                    e.table().equals("ELF header") ? e.offset() < 64 : e.table().equals("section header"), e.line());
        }
    }

    /** Fields of Elf64_Shdr, by section; -1 in an unsigned field is the largest number there is. */
    @ParameterizedTest
    @CsvSource({
        ".text, 0, 4, 99999, sh_name 99999 lies outside the names",
        ".text, 24, 8, -16, lie beyond the end of the file",
        ".text, 32, 8, -1, lie beyond the end of the file",
        ".text, 32, 8, 9223372036854775807, lie beyond the end of the file",
        ".text, 16, 8, -8, past the end of the address space",
        ".text, 48, 8, 12, sh_addralign 12 is no power of two",
        ".bss, 32, 8, -1, ",
        ".bss, 24, 8, -1, ",
        ".strtab, 4, 4, 2, a second symbol table",
        ".symtab, 40, 4, 7, is no string table",
        ".symtab, 40, 4, -1, is no string table",
        ".symtab, 40, 4, 0, is no string table",
        ".symtab, 56, 8, 0, sh_entsize is 0 instead of 24",
        ".symtab, 56, 8, 16, sh_entsize is 16 instead of 24",
        ".symtab, 32, 8, 25, no multiple of sh_entsize",
        ".symtab, 32, 8, 24, is not below the number of symbols, 1",
        ".strtab, 24, 8, 1, does not begin with a null byte",
        ".strtab, 32, 8, 3, does not end with a null byte",
        ".strtab, 32, 8, 0, lies outside the string table",
        ".shstrtab, 32, 8, 3, does not end with a null byte",
        ".rela.text, 40, 4, 5, sh_link 5 of the relocations is no symbol table",
        ".rela.text, 44, 4, 0, sh_info 0 of the relocations is no other section",
        ".rela.text, 44, 4, 5, sh_info 5 of the relocations is no other section",
        ".rela.text, 44, 4, -2, sh_info 4294967294 of the relocations is no other section",
        ".rela.text, 56, 8, 16, sh_entsize is 16 instead of 24",
        ".note, 32, 8, 16, the note reaches past the end"
    })
    void sectionHeader(String section, int field, int width, long value, String problem) throws EngineException {
        int i = sections.find(section);
        int at = (int) file.getLong(40) + i * 64 + field;
        put(at, width, value);
        if (problem == null) {
            Reading.all(ElfFile.of("lying", bytes));
        } else {
            ElfException e = lie();
            assertTrue(e.getMessage().contains(problem), e.line());
            boolean here = e.offset() == at && e.index() == i;
            assertTrue(here || !e.table().equals("section header"), e.line());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "symbol, .symtab, 4, 24, 0, 4, 5000, st_name 5000 lies outside",
        "symbol, .symtab, 4, 24, 0, 4, -1, st_name 4294967295 lies outside",
        "symbol, .symtab, 4, 24, 6, 2, 77, section 77 is not below the number of sections",
        "relocation, .rela.text, 1, 24, 12, 4, 50, symbol 50 is not below the number of symbols",
        "relocation, .rela.text, 1, 24, 12, 4, -1, symbol 4294967295 is not below the number of symbols",
        "relocation, .rela.text, 1, 24, 0, 8, 33, r_offset 0x21 lies outside its target",
        "relocation, .rela.text, 1, 24, 0, 8, -1, r_offset 0xffffffffffffffff lies outside its target",
        "note, .note, 0, 0, 0, 4, -1, the note reaches past the end",
        "note, .note, 0, 0, 4, 4, 2147483647, the note reaches past the end"
    })
    void entry(String table, String section, int i, int size, int field, int width, long value, String problem) {
        int start = (int) sections.offset(sections.find(section)) + i * size;
        put(start + field, width, value);
        ElfException e = lie();
        assertEquals(table, e.table());
        assertEquals(i, e.index());
        // a note begins with its sizes, and r_info holds the symbol
        assertTrue(e.offset() >= start && e.offset() <= start + field, e.line());
        assertTrue(e.getMessage().contains(problem), e.line());
    }

    @Test
    void symbolWithoutTheTableOfItsIndex() {
        put((int) sections.offset(sections.find(".symtab")) + 24 + 6, 2, Elf.SHN_XINDEX);
        assertTrue(lie().getMessage().contains("SHT_SYMTAB_SHNDX"));
    }

    @Test
    void processorsOwnSectionIndices() throws EngineException {
        int at = (int) sections.offset(sections.find(".symtab")) + 24 + 6;
        put(at, 2, 0xff02);
        assertEquals(-2, ElfFile.of("lcommon", bytes.clone()).symbols().section(1));
        put(at, 2, 0xff20);
        assertEquals(-3, ElfFile.of("unknown", bytes.clone()).symbols().section(1));
    }

    @ParameterizedTest
    @CsvSource({
        "8, -1, lie beyond the end",
        "32, -1, lie beyond the end",
        "32, 300, lie beyond the end",
        "40, 1, p_filesz is larger than p_memsz",
        "16, -1, past the end of the address space"
    })
    void programHeader(int field, long value, String problem) {
        byte[] executable = Samples.executable(true, ByteOrder.LITTLE_ENDIAN);
        ByteBuffer.wrap(executable).order(ByteOrder.LITTLE_ENDIAN).putLong(64 + field, value);
        ElfException e = assertThrows(ElfException.class, () -> ElfFile.of("lying", executable));
        assertEquals("program header", e.table());
        assertEquals(0, e.index());
        assertEquals(64 + (field == 40 ? 32 : field), e.offset());
        assertTrue(e.getMessage().contains(problem), e.line());
    }

    /** PN_XNUM: readelf says which count it takes from section header 0. */
    @Test
    void moreSegmentsThanSixteenBitsCount() throws Exception {
        int count = 70_000;
        ByteBuffer out = ByteBuffer.allocate(64 + 64 + count * 56).order(ByteOrder.LITTLE_ENDIAN);
        out.put(Samples.executable(true, ByteOrder.LITTLE_ENDIAN), 0, 64);
        out.putLong(32, 128).putLong(40, 64).putShort(54, (short) 56).putShort(56, (short) Elf.PN_XNUM);
        out.putShort(58, (short) 64).putShort(60, (short) 1).putInt(64 + 44, count);
        for (int i = 0; i < count; i++) {
            out.putInt(128 + i * 56, Elf.PT_GNU_STACK).putLong(128 + i * 56 + 48, i);
        }
        Path path = folder.resolve("segments");
        Files.write(path, out.array());
        assertTrue(Tools.run(folder, "readelf", "-hW", "segments").contains("65535 (70000)"));
        try (ElfFile many = ElfFile.open(path)) {
            assertEquals(count, many.segments().count());
            assertEquals(count - 1, many.segments().align(count - 1));
            assertEquals(0, many.sections().info(0));
        }
        out.putInt(64 + 44, count + 1);
        assertThrows(ElfException.class, () -> ElfFile.of("lying", out.array()));
    }

    /** Every symbol's name is the rest of one endless name: together they would fill any memory. */
    @Test
    void namesThatOverlapAbsurdly() {
        ElfWriter writer = new ElfWriter(true, ByteOrder.LITTLE_ENDIAN, Elf.EM_X86_64, 0);
        writer.symbol("x".repeat(4_000_000), 0, 0, Elf.STB_GLOBAL, 0, -1);
        for (int i = 0; i < 100_000; i++) {
            writer.symbol("", 0, 0, Elf.STB_GLOBAL, 0, -1);
        }
        byte[] endless = writer.toBytes();
        ByteBuffer view = ByteBuffer.wrap(endless).order(ByteOrder.LITTLE_ENDIAN);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            ElfFile honest = ElfFile.of("endless", endless.clone());
            assertEquals(4_000_000, honest.symbols().name(1).length());
            int table = (int) honest.sections().offset(honest.sections().find(".symtab"));
            for (int i = 1; i < honest.symbols().count(); i++) {
                view.putInt(table + i * 24, i);
            }
            ElfException e = assertThrows(
                    ElfException.class, () -> ElfFile.of("endless", endless).symbols());
            assertTrue(e.getMessage().contains("overlap"), e.line());
        });
    }

    /** A thousand sections that each claim the whole file. */
    @Test
    void contentsThatOverlapAbsurdly() throws EngineException {
        ElfWriter writer = new ElfWriter(true, ByteOrder.LITTLE_ENDIAN, Elf.EM_X86_64, 0);
        for (int i = 0; i < 1000; i++) {
            writer.section(".s" + i, Elf.SHT_PROGBITS, 0, 1, new byte[8]);
        }
        byte[] overlapping = writer.toBytes();
        ByteBuffer view = ByteBuffer.wrap(overlapping).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 1; i <= 1000; i++) {
            int at = (int) view.getLong(40) + i * 64;
            view.putLong(at + 24, 0).putLong(at + 32, i <= 8 ? overlapping.length : 8);
        }
        assertEquals(1004, ElfFile.of("overlap", overlapping.clone()).sections().count());
        for (int i = 1; i <= 1000; i++) {
            view.putLong((int) view.getLong(40) + i * 64 + 32, overlapping.length);
        }
        ElfException e = assertThrows(ElfException.class, () -> ElfFile.of("overlap", overlapping));
        assertTrue(e.getMessage().contains("outgrow the file"), e.line());
    }

    @Test
    void emptyAndForeignFiles() {
        assertTrue(thrown(new byte[0]).getMessage().contains("empty"));
        assertTrue(thrown("#!/bin/sh\necho no object here\n".getBytes())
                .getMessage()
                .contains("is no ELF file"));
        assertTrue(thrown(Arrays.copyOf(bytes, 20)).getMessage().contains("lie beyond the end"));
    }

    private static ElfException thrown(byte[] content) {
        return assertThrows(ElfException.class, () -> ElfFile.of("foreign", content));
    }

    private ElfException lie() {
        return assertThrows(ElfException.class, () -> Reading.all(ElfFile.of("lying", bytes)));
    }

    private void put(int at, int width, long value) {
        switch (width) {
            case 1 -> file.put(at, (byte) value);
            case 2 -> file.putShort(at, (short) value);
            case 4 -> file.putInt(at, (int) value);
            default -> file.putLong(at, value);
        }
    }
}
