package org.karlworkbench.relink.tests;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfWriter;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.LoadedKit;

/** A small amd64 kit without a Makefile, written by the test, whose objects hold what a test wants. */
public final class TinyKit {
    static final long CODE = Elf.SHF_ALLOC | Elf.SHF_EXECINSTR;
    static final long DATA = Elf.SHF_ALLOC | Elf.SHF_WRITE;
    static final long STRINGS = Elf.SHF_ALLOC | Elf.SHF_MERGE | Elf.SHF_STRINGS;

    static final String SCRIPT = """
        ENTRY(start)
        PHDRS { text PT_LOAD FLAGS(5); rodata PT_LOAD FLAGS(4); data PT_LOAD FLAGS(6); }
        SECTIONS
        {
            . = 0xffffffff81000000;
            .text : { locore0.o(.text) *(.text .text.*) LONG(0x12345678) } :text =0xcccccccc
            .rodata : ALIGN(0x1000) { *(.rodata .rodata.*) } :rodata
            .data : ALIGN(0x1000) { *(.data .data.*) } :data
            .bss : { *(.bss .bss.*) *(COMMON) } :data
            end = .;
        }
        """;

    private final Path folder;

    /** An empty kit: head, tail and script. */
    public TinyKit(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        script(SCRIPT);
        ElfWriter head = writer();
        int text = head.section(".text", Elf.SHT_PROGBITS, CODE, 16, bytes(5, 0xf4));
        head.symbol("start", 0, 5, Elf.STB_GLOBAL, Elf.STT_FUNC, text);
        object("locore0.o", head);
        ElfWriter tail = writer();
        tail.section(".text", Elf.SHT_PROGBITS, CODE, 16, bytes(7, 0x90));
        object("swapgeneric.o", tail);
    }

    static ElfWriter writer() {
        return new ElfWriter(true, ByteOrder.LITTLE_ENDIAN, Elf.EM_X86_64, 0);
    }

    static byte[] bytes(int length, int value) {
        byte[] bytes = new byte[length];
        java.util.Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    TinyKit script(String text) throws IOException {
        Files.writeString(folder.resolve("ld.script"), text);
        return this;
    }

    TinyKit object(String name, ElfWriter writer) throws IOException {
        Files.write(folder.resolve(name), writer.toBytes());
        return this;
    }

    /** A body object with a function of some bytes, whose first is its mark. */
    public TinyKit function(String object, String name, int mark, int size) throws IOException {
        ElfWriter writer = writer();
        byte[] code = bytes(size, 0xc3);
        code[0] = (byte) mark;
        int text = writer.section(".text", Elf.SHT_PROGBITS, CODE, 16, code);
        writer.symbol(name, 0, size, Elf.STB_GLOBAL, Elf.STT_FUNC, text);
        return object(object, writer);
    }

    /** A body object with a variable of some bytes. */
    public TinyKit variable(String object, String name, int size) throws IOException {
        ElfWriter writer = writer();
        int data = writer.section(".data", Elf.SHT_PROGBITS, DATA, 16, bytes(size, 0x55));
        writer.symbol(name, 0, size, Elf.STB_GLOBAL, Elf.STT_OBJECT, data);
        return object(object, writer);
    }

    /** An object with several sections of one name, COMMON symbols, merged strings and a long section name. */
    TinyKit rich(String object, String prefix) throws IOException {
        ElfWriter writer = writer();
        for (int size = 1; size <= 3; size++) {
            writer.section(".text.dup", Elf.SHT_PROGBITS, CODE, 1, bytes(size, 0x10 + size));
        }
        String strings = "shared\0" + prefix + " has its own\0";
        byte[] content = strings.getBytes(StandardCharsets.US_ASCII);
        writer.section(".rodata.str1.1", Elf.SHT_PROGBITS, STRINGS, 1, 1, content);
        writer.section(".data.of_a_name_that_wraps", Elf.SHT_PROGBITS, DATA, 8, bytes(24, 0x55));
        writer.nobits(".bss", DATA, 32, 96);
        writer.symbol(prefix + "_common", 16, 40, Elf.STB_GLOBAL, Elf.STT_OBJECT, Symbols.COMMON);
        writer.symbol(prefix + "_common_too", 4, 12, Elf.STB_GLOBAL, Elf.STT_OBJECT, Symbols.COMMON);
        return object(object, writer);
    }

    Path folder() {
        return folder;
    }

    /** Reads it. */
    public LoadedKit load() throws EngineException {
        return Kits.load(folder);
    }
}
