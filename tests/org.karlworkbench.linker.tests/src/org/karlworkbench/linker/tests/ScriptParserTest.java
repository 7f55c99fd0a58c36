package org.karlworkbench.linker.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

/** What is read from scripts. */
class ScriptParserTest {
    private static Content.Input input(String file, int line, String... sections) {
        return new Content.Input(file, List.of(), patterns(sections), false, line);
    }

    private static List<Content.Pattern> patterns(String... names) {
        return List.of(names).stream()
                .map(name -> new Content.Pattern(name, List.of(), List.of()))
                .toList();
    }

    private static Assignment assignment(List<?> list, String name) {
        return list.stream()
                .filter(Assignment.class::isInstance)
                .map(Assignment.class::cast)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anEmptyScriptSaysNothing() throws EngineException {
        assertEquals(List.of(), Scripts.parse("").commands());
        assertEquals(List.of(), Scripts.parse(" ;/* nothing */;\n").commands());
        assertEquals("ld.script", Scripts.parse("").name());
    }

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
                Shown.of(assignment(commands, "kernel_text").value()));
        OutputSection code = Scripts.section(text, ".text");
        assertEquals("4096", Shown.of(code.align()));
        assertEquals("(ADDR(.text) - KERNBASE)", Shown.of(code.loadAddress()));
        assertEquals(
                List.of(input("locore0.o", 23, ".text", ".text.*"), input("*", 24, ".text", ".text.*")),
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
                input("locore0.o", 16, ".text", ".text.*"),
                Scripts.section(text, ".text").contents().getFirst());
        assertEquals(new Fill("d4d4d4d4"), Scripts.section(text, ".text").fill());
        assertEquals(List.of("data", "tls"), Scripts.section(text, ".tbss").headers());
        OutputSection index = Scripts.section(text, ".ARM.exidx");
        assertEquals("__exidx_start", ((Assignment) index.contents().get(0)).name());
        assertEquals(
                input("*", 25, ".ARM.exidx", ".ARM.exidx.*"), index.contents().get(1));
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
        assertEquals(Visibility.PROVIDED, assignment(sections, "etext").visibility());
        assertEquals(Visibility.PROVIDED_HIDDEN, assignment(sections, "_etext").visibility());
        assertEquals(
                List.of(
                        input("*", 26, ".rodata", ".rodata.*", ".rodata.cst[0-9]*"),
                        input("*", 26, ".nofault", ".codepatch")),
                Scripts.section(Scripts.AMD64, ".rodata").contents());
        OutputSection cookies = Scripts.section(Scripts.AMD64, ".openbsd.randomdata");
        assertEquals(
                "(LOADADDR(.rodata) + (ADDR(.openbsd.randomdata) - ADDR(.rodata)))", Shown.of(cookies.loadAddress()));
        assertEquals(List.of("rodata", "openbsd_randomize"), cookies.headers());
        assertEquals(
                "(((. + 2097152) - 1) & (~(2097152 - 1)))",
                Shown.of(assignment(sections, "_end").value()));
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
                new Content.Input("*", List.of(), patterns(".sdata.keep"), true, 17),
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
                        input("a-b.o", 6, ".bss"),
                        input("sub/c.o", 6, ".b-ss", "quoted name"),
                        input("a b.o", 6, ".bss")),
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
                Shown.of(assignment(Scripts.sections(Scripts.REGIONS), "end").value()));
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

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
        a*b                        # (a * b)
        a-b                        # (a - b)
        a/b/*c*/-.                 # ((a / b) - .)
        "a-b" - .text.x            # (a-b - .text.x)
        -a + ~b                    # ((-a) + (~b))
        +a                         # a
        a ? b : c ? d : e          # (a ? b : (c ? d : e))
        a || b && c | d ^ e & f    # (a || (b && (c | (d ^ (e & f)))))
        a == b < c << d + e * f    # (a == (b < (c << (d + (e * f)))))
        a!=b                       # (a != b)
        !a                         # (!a)
        a>=b                       # (a >= b)
        ALIGN(., 1K)               # ALIGN(., 1024)
        ALIGN (16)                 # ALIGN(16)
        BLOCK(16)                  # BLOCK(16)
        ABSOLUTE(.) - 1            # (ABSOLUTE(.) - 1)
        SIZEOF(.note.GNU-stack)    # SIZEOF(.note.GNU-stack)
        ALIGNOF(".a b")            # ALIGNOF(.a b)
        DEFINED(start) ? start : 0 # (DEFINED(start) ? start : 0)
        CONSTANT (MAXPAGESIZE)     # CONSTANT(MAXPAGESIZE)
        sizeof_headers             # SIZEOF_HEADERS
        SEGMENT_START("text-segment", 0x10) + 1 # (16 + 1)
        0xffffffffffffffff         # 18446744073709551615
        """)
    void expressions(String text, String shown) throws EngineException {
        Assignment assignment =
                (Assignment) Scripts.parse("x = " + text + ";").commands().getFirst();
        assertEquals(shown, Shown.of(assignment.value()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        x = 1;                 ~ x   ~ 1         ~ PLAIN
        x=1;                   ~ x   ~ 1         ~ PLAIN
        x+=y*2;                ~ x   ~ (x + (y * 2)) ~ PLAIN
        x -= 1, ;              ~ x   ~ (x - 1)   ~ PLAIN
        x *= 1 + 2;            ~ x   ~ (x * (1 + 2)) ~ PLAIN
        x /= 2;                ~ x   ~ (x / 2)   ~ PLAIN
        x <<= 2;               ~ x   ~ (x << 2)  ~ PLAIN
        x >>= 2;               ~ x   ~ (x >> 2)  ~ PLAIN
        x &= 2;                ~ x   ~ (x & 2)   ~ PLAIN
        x |= 2;                ~ x   ~ (x | 2)   ~ PLAIN
        .=ALIGN(8);            ~ .   ~ ALIGN(8)  ~ PLAIN
        . += 4;                ~ .   ~ (. + 4)   ~ PLAIN
        "x y" = 1;             ~ x y ~ 1         ~ PLAIN
        "PROVIDE" = 1;         ~ PROVIDE ~ 1     ~ PLAIN
        HIDDEN(x = 1)          ~ x   ~ 1         ~ HIDDEN
        PROVIDE ( x = 1 ) ;    ~ x   ~ 1         ~ PROVIDED
        PROVIDE_HIDDEN(x = 1); ~ x   ~ 1         ~ PROVIDED_HIDDEN
        """)
    void assignments(String text, String name, String value, Visibility visibility) throws EngineException {
        for (List<?> read : List.of(Scripts.contents("\n" + text), Scripts.sections("SECTIONS {\n" + text + " }"))) {
            Assignment assignment = (Assignment) read.getFirst();
            assertEquals(1, read.size());
            assertEquals(name, assignment.name());
            assertEquals(value, Shown.of(assignment.value()));
            assertEquals(visibility, assignment.visibility());
            assertEquals(2, assignment.line());
        }
        if (!name.equals(".")) {
            assertEquals(
                    value, Shown.of(((Assignment) Scripts.parse(text).commands().getFirst()).value()));
        }
    }

    @Test
    void assertions() throws EngineException {
        String text = "ASSERT(x == 1, \"it's {1};\")";
        for (List<?> read : List.of(
                Scripts.contents("\n" + text),
                Scripts.sections("SECTIONS {\n" + text + " }"),
                Scripts.parse("\n" + text + ";").commands())) {
            Assertion assertion = (Assertion) read.getFirst();
            assertEquals("(x == 1) it's {1};", Shown.of(assertion.expression()) + " " + assertion.message());
            assertEquals(2, assertion.line());
        }
    }

    @Test
    void entryInSections() throws EngineException {
        List<Command> commands =
                Scripts.parse("SECTIONS {\nENTRY(start) .t : { *(.t) } }").commands();
        assertEquals(new Command.Entry("start", 2), commands.getFirst());
        assertEquals(
                1, Scripts.first(commands, Command.Sections.class).commands().size());
    }

    @Test
    void nothingIsSaidByConstructorsAndSeparators() throws EngineException {
        assertEquals(List.of(), Scripts.contents(";; CONSTRUCTORS SORT(CONSTRUCTORS); SORT_BY_NAME (CONSTRUCTORS)"));
        assertEquals(1, Scripts.sections("SECTIONS { ;, .t : { }, ; }").size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
        *(SORT(.t))                             # .t [] [NAME]
        *(SORT_BY_NAME(.t))                     # .t [] [NAME]
        *(SORT_BY_ALIGNMENT(.t))                # .t [] [ALIGNMENT]
        *(SORT_BY_INIT_PRIORITY(.t.*))          # .t.* [] [PRIORITY]
        *(SORT_NONE(.t))                        # .t [] [NONE]
        *(SORT(SORT_BY_ALIGNMENT(.t)))          # .t [] [NAME, ALIGNMENT]
        *(SORT_BY_ALIGNMENT(SORT(.t)))          # .t [] [ALIGNMENT, NAME]
        *(SORT(SORT_BY_NAME(.t)))               # .t [] [NAME]
        *(SORT(EXCLUDE_FILE(a.o) .t))           # .t [a.o] [NAME]
        *(EXCLUDE_FILE(a.o, *b.o) SORT(.t))     # .t [a.o, *b.o] [NAME]
        *( EXCLUDE_FILE (a.o *b.o) .t )         # .t [a.o, *b.o] []
        *([A-Z]?[!x^y].*-+~$@%)                 # [A-Z]?[!x^y].*-+~$@% [] []
        *(.t/*.o)                               # .t/*.o [] []
        """)
    void sectionPatterns(String text, String shown) throws EngineException {
        Content.Input input = (Content.Input) Scripts.contents(text).getFirst();
        Content.Pattern pattern = input.sections().getFirst();
        assertEquals(shown, pattern.name() + " " + pattern.excluded() + " " + pattern.sort());
    }

    /** It holds for one pattern inside the parentheses, and for all of them outside. */
    @Test
    void excludedFiles() throws EngineException {
        Content.Input inside =
                (Content.Input) Scripts.contents("*(EXCLUDE_FILE(a.o) .t .u)").getFirst();
        assertEquals(List.of("a.o"), inside.sections().get(0).excluded());
        assertEquals(List.of(), inside.sections().get(1).excluded());
        Content.Input outside = (Content.Input)
                Scripts.contents("KEEP(EXCLUDE_FILE(a.o b.o) *.o(.t .u))").getFirst();
        assertEquals(new Content.Input("*.o", List.of("a.o", "b.o"), patterns(".t", ".u"), true, 1), outside);
    }

    @ParameterizedTest
    @CsvSource({
        "0x90,90",
        "0x90909090,90909090",
        "0xcccccccc,cccccccc",
        "0xAB,ab",
        "0x0090,0090",
        "0x123,0123",
        "0x0102030405060708090a,0102030405060708090a",
        "0,00000000",
        "144,00000090",
        "010,00000008",
        "(0x90),00000090",
        "0x1K,00000400",
        "0x1234567890M,89000000",
        "+0x90,00000090"
    })
    void fills(String text, String bytes) throws EngineException {
        Fill fill = new Fill(bytes);
        assertEquals(List.of(new Content.Filling(fill, 1)), Scripts.contents("FILL(" + text + ")"));
        // a name that begins like a division comes next
        String script = "SECTIONS { .t : { } =" + text + " /DISCARD/ : { *(.u) } }";
        assertEquals(fill, Scripts.section(script, ".t").fill());
        assertTrue(Scripts.section(script, "/DISCARD/").isDiscard());
        assertEquals(bytes.length() / 2, fill.pattern().length);
    }

    @Test
    void commentsAndLines() throws EngineException {
        String text =
                "/* a\n b */ x /* c */ = /* d\n */ 1 /**/ ;\r\n\f y = 2; SECTIONS { .t/* */: /* } */ { /* ( */ *(.a) } }";
        List<Command> commands = Scripts.parse(text).commands();
        assertEquals(2, assignment(commands, "x").line());
        assertEquals(4, assignment(commands, "y").line());
        assertEquals(List.of(input("*", 4, ".a")), Scripts.section(text, ".t").contents());
    }
}
