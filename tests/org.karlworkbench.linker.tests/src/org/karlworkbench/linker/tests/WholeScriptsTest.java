package org.karlworkbench.linker.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.linker.script.Assertion;
import org.karlworkbench.linker.script.Assignment;
import org.karlworkbench.linker.script.Assignment.Visibility;
import org.karlworkbench.linker.script.Command;
import org.karlworkbench.linker.script.Content;
import org.karlworkbench.linker.script.Content.Sort;
import org.karlworkbench.linker.script.Expression;
import org.karlworkbench.linker.script.Fill;
import org.karlworkbench.linker.script.MemoryRegion;
import org.karlworkbench.linker.script.OutputSection;
import org.karlworkbench.linker.script.ProgramHeader;
import org.karlworkbench.linker.script.SectionsCommand;

/** What is read from whole scripts of kernels. */
class WholeScriptsTest {
    @Test
    void theDemoKernelsScript() throws Exception {
        String text = Scripts.sample("demo/conf/ld.script");
        List<Command> commands = Scripts.parse(text).commands();
        assertEquals(new Command.Entry("start", 5), commands.getFirst());
        Command.Headers headers = Scripts.first(commands, Command.Headers.class);
        assertEquals(
                new ProgramHeader("text", 1, true, true, null, new Expression.Number(5), 8),
                headers.headers().getFirst());
        assertEquals(
                "(KERNBASE + 16777216)",
                Shown.of(Scripts.assignment(commands, "kernel_text").value()));
        OutputSection code = Scripts.section(text, ".text");
        assertEquals("4096", Shown.of(code.align()));
        assertEquals("(ADDR(.text) - KERNBASE)", Shown.of(code.loadAddress()));
        assertEquals(
                List.of(Scripts.input("locore0.o", 23, ".text", ".text.*"), Scripts.input("*", 24, ".text", ".text.*")),
                code.contents());
        assertEquals(new Fill("cccccccc"), code.fill());
        assertEquals(List.of("text", "note"), Scripts.section(text, ".note.Xen").headers());
        assertTrue(Scripts.section(text, "/DISCARD/").isDiscard());
        assertEquals(11, Scripts.sections(text).size());
    }

    @Test
    void theScriptOfCrossKits() throws Exception {
        String text = Scripts.sample("cross.script")
                .replace("@PAD@", "0xd4d4d4d4")
                .replace("@ENTRY@", "start")
                .replace("@HEAD@", "locore0")
                .replaceAll("@[A-Z]*@", "0x10000");
        assertEquals(
                Scripts.input("locore0.o", 16, ".text", ".text.*"),
                Scripts.section(text, ".text").contents().getFirst());
        assertEquals(new Fill("d4d4d4d4"), Scripts.section(text, ".text").fill());
        assertEquals(List.of("data", "tls"), Scripts.section(text, ".tbss").headers());
        OutputSection index = Scripts.section(text, ".ARM.exidx");
        assertEquals("__exidx_start", ((Assignment) index.contents().get(0)).name());
        assertEquals(
                Scripts.input("*", 25, ".ARM.exidx", ".ARM.exidx.*"),
                index.contents().get(1));
        assertEquals("256", Shown.of(Scripts.section(text, ".got").align()));
        assertEquals(5, Scripts.section(text, "/DISCARD/").contents().size());
    }

    @Test
    void amd64() throws EngineException {
        List<Command> commands = Scripts.parse(Scripts.AMD64).commands();
        assertEquals(new Command.Format(List.of("elf64-x86-64", "elf64-x86-64", "elf64-x86-64"), 1), commands.get(0));
        assertEquals(new Command.Machine("i386:x86-64", 2), commands.get(1));
        ProgramHeader random =
                Scripts.first(commands, Command.Headers.class).headers().getLast();
        assertEquals(new ProgramHeader("openbsd_randomize", 0x65a3dbe6L, false, false, null, null, 10), random);
        OutputSection code = Scripts.section(Scripts.AMD64, ".text");
        assertEquals("__kernel_text", Shown.of(code.address()));
        assertEquals("(16777216 + SIZEOF_HEADERS)", Shown.of(code.loadAddress()));
        assertNull(code.align());
        List<SectionsCommand> sections = Scripts.sections(Scripts.AMD64);
        assertEquals(Visibility.PROVIDED, Scripts.assignment(sections, "etext").visibility());
        assertEquals(
                Visibility.PROVIDED_HIDDEN,
                Scripts.assignment(sections, "_etext").visibility());
        assertEquals(
                List.of(
                        Scripts.input("*", 26, ".rodata", ".rodata.*", ".rodata.cst[0-9]*"),
                        Scripts.input("*", 26, ".nofault", ".codepatch")),
                Scripts.section(Scripts.AMD64, ".rodata").contents());
        OutputSection cookies = Scripts.section(Scripts.AMD64, ".openbsd.randomdata");
        assertEquals(
                "(LOADADDR(.rodata) + (ADDR(.openbsd.randomdata) - ADDR(.rodata)))", Shown.of(cookies.loadAddress()));
        assertEquals(List.of("rodata", "openbsd_randomize"), cookies.headers());
        assertEquals(
                "(((. + 2097152) - 1) & (~(2097152 - 1)))",
                Shown.of(Scripts.assignment(sections, "_end").value()));
    }

    @Test
    void mips() throws EngineException {
        List<Command> commands = Scripts.parse(Scripts.MIPS).commands();
        assertEquals(3, Scripts.first(commands, Command.Format.class).names().size());
        assertEquals(
                0x65a3dbe6L,
                Scripts.first(commands, Command.Headers.class).headers().get(1).type());
        assertEquals(
                new Fill("00000000"), Scripts.section(Scripts.MIPS, ".text").fill());
        assertEquals(List.of("NONE"), Scripts.section(Scripts.MIPS, ".reginfo").headers());
        assertEquals(2, Scripts.section(Scripts.MIPS, ".data").contents().size());
        assertTrue(Scripts.section(Scripts.MIPS, ".sbss").noload());
        assertFalse(Scripts.section(Scripts.MIPS, ".bss").noload());
        assertEquals(
                new Content.Input("*", List.of(), Scripts.patterns(".sdata.keep"), true, 17),
                Scripts.section(Scripts.MIPS, ".sdata").contents().get(1));
        Content.Input bss =
                (Content.Input) Scripts.section(Scripts.MIPS, ".bss").contents().get(1);
        assertEquals(List.of(new Content.Pattern(".bss", List.of("*crt0.o", "ioconf.o"), List.of())), bss.sections());
        Assertion assertion = Scripts.first(Scripts.sections(Scripts.MIPS), Assertion.class);
        assertEquals("too large", assertion.message());
        assertEquals(21, assertion.line());
    }

    @Test
    void sparc() throws EngineException {
        OutputSection code = Scripts.section(Scripts.SPARC, ".text");
        Content.Input sorted = (Content.Input) code.contents().get(1);
        assertEquals(List.of(new Content.Pattern(".text", List.of(), List.of(Sort.ALIGNMENT))), sorted.sections());
        OutputSection words = Scripts.section(Scripts.SPARC, ".rodata");
        assertEquals("8", Shown.of(words.subalign()));
        assertEquals(
                List.of(4, 1, 2, 8, 8),
                words.contents().stream()
                        .filter(Content.Data.class::isInstance)
                        .map(each -> ((Content.Data) each).bytes())
                        .toList());
        assertEquals(
                new Content.Filling(new Fill("91d02001"), 4), words.contents().get(5));
        assertEquals("(. + 16)", Shown.of(((Assignment) words.contents().get(6)).value()));
        OutputSection data = Scripts.section(Scripts.SPARC, ".data");
        assertEquals("29360128", Shown.of(data.address()));
        assertEquals(new Fill("feed"), data.fill());
        OutputSection bss = Scripts.section(Scripts.SPARC, ".bss");
        assertEquals("ALIGN(64)", Shown.of(bss.address()));
        assertTrue(bss.noload());
        assertEquals(
                List.of(
                        Scripts.input("a-b.o", 6, ".bss"),
                        Scripts.input("sub/c.o", 6, ".b-ss", "quoted name"),
                        Scripts.input("a b.o", 6, ".bss")),
                bss.contents());
    }

    @Test
    void regions() throws EngineException {
        List<MemoryRegion> regions = Scripts.first(
                        Scripts.parse(Scripts.REGIONS).commands(), Command.Memory.class)
                .regions();
        assertEquals(
                List.of("ram", "rom", "low"),
                regions.stream().map(MemoryRegion::name).toList());
        assertEquals("(2348810240 + 8192)", Shown.of(regions.get(0).origin()));
        assertEquals("16777216", Shown.of(regions.get(0).length()));
        assertEquals("(2 * 1024)", Shown.of(regions.get(1).length()));
        OutputSection data = Scripts.section(Scripts.REGIONS, ".data");
        assertEquals(
                "ram rom [text] 00",
                data.region() + " " + data.loadRegion() + " " + data.headers() + " "
                        + data.fill().bytes());
        assertEquals(List.of(), Scripts.section(Scripts.REGIONS, ".text").headers());
        assertEquals(
                "(ORIGIN(ram) + LENGTH(ram))",
                Shown.of(Scripts.assignment(Scripts.sections(Scripts.REGIONS), "end")
                        .value()));
    }

    @Test
    void programHeaders() throws EngineException {
        String types = "NULL LOAD DYNAMIC INTERP NOTE SHLIB PHDR TLS GNU_EH_FRAME GNU_STACK GNU_RELRO GNU_PROPERTY"
                + " OPENBSD_MUTABLE OPENBSD_RANDOMIZE OPENBSD_WXNEEDED OPENBSD_NOBTCFI OPENBSD_SYSCALLS OPENBSD_BOOTDATA";
        long[] numbers = {
            0,
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            0x6474e550L,
            0x6474e551L,
            0x6474e552L,
            0x6474e553L,
            0x65a3dbe5L,
            0x65a3dbe6L,
            0x65a3dbe7L,
            0x65a3dbe8L,
            0x65a3dbe9L,
            0x65a41be6L
        };
        int i = 0;
        for (String type : types.split(" ")) {
            String text = "PHDRS\n{ a PT_" + type + " PHDRS AT(1 + 2) FLAGS(5) FILEHDR; }";
            ProgramHeader header = Scripts.first(Scripts.parse(text).commands(), Command.Headers.class)
                    .headers()
                    .getFirst();
            assertEquals(numbers[i++], header.type(), type);
            assertEquals("(1 + 2)", Shown.of(header.loadAddress()));
            assertTrue(header.fileHeader() && header.headers());
        }
    }
}
