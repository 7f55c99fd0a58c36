package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.ScriptGuard;
import org.karlworkbench.kit.ScriptProblem;

class ScriptGuardTest {
    private static final int ROUNDS = 500 * Integer.getInteger("karl.rounds", 1);
    private static final String PLAIN = """
        /* A script like a kernel's, in words of our own: INCLUDE nothing, OUTPUT(none) */
        OUTPUT_FORMAT("elf64-x86-64", "elf64-x86-64", "elf64-x86-64")
        OUTPUT_ARCH(i386:x86-64)
        ENTRY(start)
        __ALIGN_SIZE = 0x1000;
        PHDRS { text PT_LOAD FILEHDR PHDRS FLAGS(5); data PT_LOAD; random PT_OPENBSD_RANDOMIZE; }
        SECTIONS
        {
        \t. = 0xffffffff81000000 + SIZEOF_HEADERS;
        \t.text : AT (ADDR(.text) & 0x0fffffff) {
        \t\tkernel_text = ABSOLUTE(.);
        \t\tlocore0.o(.text)
        \t\t*(.text .text.*) KEEP(*(.init)) *lib.a:x.o(.data)
        \t\t. = ALIGN(__ALIGN_SIZE); /* a comment */
        \t\tLONG(1 + 4 * 3 / 2)
        \t} :text =0xcccccccc
        \tPROVIDE(etext = .);
        \t.bss : { *(.bss) *(COMMON) } >ram AT>rom
        \t/DISCARD/ : { *(.eh_frame) */crt1.o(.x) }
        \tASSERT(. < 0x200000, "the kernel OUTPUT (see notes) is too large")
        }
        VERSION { V1 { global: *; }; }
        """;

    @TempDir
    Path kit;

    @BeforeEach
    void anObject() throws IOException {
        Files.write(kit.resolve("locore0.o"), new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0});
    }

    private List<ScriptProblem> check(String script) throws IOException, EngineException {
        Path file = kit.resolve("ld.script");
        Files.writeString(file, script);
        return ScriptGuard.check(file, kit);
    }

    @Test
    void aPlainScriptIsClean() throws Exception {
        assertEquals(List.of(), check(PLAIN));
        assertEquals(List.of(), check(""));
        assertEquals(
                List.of(),
                check("# for lld\n" + PLAIN.substring(PLAIN.indexOf("*/") + 2).replace("(see notes)", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INCLUDE /etc/passwd",
                "INCLUDE ../x",
                "INCLUDE sub/../../x",
                "INCLUDE missing.script",
                "INCLUDE\"/etc/passwd\"",
                "INCLUDE/* x */\n/etc/passwd",
                "include /etc/passwd",
                "INPUT(/lib/libc.a)",
                "INPUT ( /*)*/ /lib/libc.a )",
                "input (/lib/libc.a)",
                "INPUT(-lc)",
                "INPUT(locore0.o,/etc/x)",
                "INPUT(locore0.o AS_NEEDED(/etc/x))",
                "GROUP(AS_NEEDED(missing.o))",
                "INPUT(=/x)",
                "INPUT($SYSROOT/x)",
                "STARTUP(locore0.o)",
                "OUTPUT(/tmp/x)",
                "OUTPUT\n(\n/tmp/x)",
                "SEARCH_DIR(.)",
                "SEARCH_DIR(\"=/usr/lib\")",
                "MAP(x)",
                "HLL(x)",
                "SYSLIB(x)",
                "SECTIONS { .text : { INCLUDE /etc/passwd } }",
                "SECTIONS { .text : { *(.text) } =0x90INCLUDE /etc/passwd }",
                "SECTIONS { .text : { *(.text) } =0xccINCLUDE locore0.o }",
                "SECTIONS { .text : { x/* INCLUDE /etc/passwd */ *(.text) } }",
                "SECTIONS { .text : { x/* \" */ INCLUDE /etc/passwd /* \" */ } }",
                "# /*\nINCLUDE /etc/passwd\n# */",
                "# \"\nINCLUDE /etc/passwd\n# \"",
                "SECTIONS { .text : { /etc/x.o(.text) } }",
                "SECTIONS { .text : { /etc/x.o } }",
                "SECTIONS { .text : { *(.text) ../x.o(.text) } }",
                "SECTIONS { .text : { KEEP(\"/etc/x.o\"(.text)) } }",
                "SECTIONS { .text : { . = 4, /etc/x.o(.text) } }",
                "SECTIONS { .text : { a=b /etc/x.o(.text) } }",
                "SECTIONS { .text : { a,/etc/x.o(.text) } }",
                "SECTIONS { .text : { /DISCARD/../etc/x.o(.text) } }",
                "SECTIONS { .text : { INPUT_SECTION_FLAGS(SHF_ALLOC) /etc/x.o(.text) } }",
                "MEMORY { INCLUDE /etc/passwd }",
                "INCLUDE",
                "INCLUDE ;",
                "/* never closed INCLUDE /etc/x",
                "\"never closed INCLUDE /etc/x",
                "\0",
            })
    void whatReachesOutIsRefused(String script) throws Exception {
        List<ScriptProblem> problems = check("ENTRY(start)\n" + script + "\n");
        assertFalse(problems.isEmpty());
        assertEquals("ld.script", problems.getFirst().file());
    }

    @Test
    void theLineIsTold() throws Exception {
        ScriptProblem problem =
                check("/* 1\n2 */ ENTRY(\"a\nb\")\n\n  OUTPUT (x)\n").getFirst();
        assertEquals(5, problem.line());
        assertEquals("OUTPUT", problem.command());
    }

    @Test
    void cleanFilesOfTheKitMayBeReadIn() throws Exception {
        Files.writeString(kit.resolve("more.script"), "x = 1;");
        Files.createDirectory(kit.resolve("sub"));
        Files.writeString(kit.resolve("sub/inner"), "INCLUDE more.script");
        assertEquals(List.of(), check("INCLUDE more.script INPUT(locore0.o, more.script) GROUP(\"locore0.o\")"));
        assertEquals(List.of(), check("INCLUDE sub/inner"));
    }

    @Test
    void filesThatAreReadInAreCheckedToo() throws Exception {
        Files.writeString(kit.resolve("more.script"), "\nINCLUDE bad");
        Files.writeString(kit.resolve("bad"), "\n\nOUTPUT(/x)");
        ScriptProblem problem = check("INCLUDE more.script").getFirst();
        assertEquals("bad", problem.file());
        assertEquals(3, problem.line());
        assertEquals("bad", check("INPUT(more.script)").getFirst().file());
        // GNU ld opens a name in SECTIONS, and reads what is no object as a script
        assertEquals(
                "bad", check("SECTIONS { .text : { bad(.text) } }").getFirst().file());
        assertEquals(
                "bad",
                check("SECTIONS { .text : { \"more.script\" } }").getFirst().file());
        Files.writeString(kit.resolve("a,b"), "OUTPUT(/x)");
        assertEquals(
                "a,b", check("SECTIONS { .text : { a,b(.text) } }").getFirst().file());
    }

    @Test
    void scriptsThatReadEachOtherEnd() throws Exception {
        Files.writeString(kit.resolve("one"), "INCLUDE two INCLUDE two");
        Files.writeString(kit.resolve("two"), "INCLUDE one INCLUDE ld.script");
        assertEquals(List.of(), check("INCLUDE one"));
        for (int i = 0; i < 30; i++) {
            Files.writeString(kit.resolve("s" + i), "INCLUDE s" + (i + 1));
        }
        assertFalse(check("INCLUDE s0").isEmpty());
    }

    @Test
    void linksThatLeadOutsideAreRefused() throws Exception {
        Files.createSymbolicLink(kit.resolve("link"), Path.of("/etc/passwd"));
        assertFalse(check("INCLUDE link").isEmpty());
        assertFalse(check("INPUT(link)").isEmpty());
        assertFalse(check("SECTIONS { .text : { link(.text) } }").isEmpty());
        Path linked = Files.createSymbolicLink(kit.resolve("linked.script"), Path.of("/etc/passwd"));
        assertFalse(ScriptGuard.check(linked, kit).isEmpty());
        assertFalse(ScriptGuard.check(Path.of("/etc/passwd"), kit).isEmpty());
        assertFalse(ScriptGuard.check(kit.resolve("none"), kit).isEmpty());
    }

    @Test
    void thinArchivesAreRefused() throws Exception {
        Files.writeString(kit.resolve("lib.a"), "!<thin>\n");
        assertFalse(check("INPUT(lib.a)").isEmpty());
        Files.writeString(kit.resolve("lib.a"), "!<arch>\n");
        assertEquals(List.of(), check("INPUT(lib.a)"));
    }

    @Test
    void aHugeScriptIsRefused() throws Exception {
        String half = " ".repeat(3 << 20);
        assertEquals(List.of(), check(half));
        assertEquals(0, check(half + half).getFirst().line());
        Files.writeString(kit.resolve("more"), half);
        assertEquals("more", check("INCLUDE more" + half).getFirst().file());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a ",
                "a",
                "\"",
                "/*",
                "*/",
                "(",
                ")",
                "{",
                "INPUT(",
                "INCLUDE ",
                "0INCLUDE ",
                "../",
                "/x ",
                "x/y ",
                "#",
                "\n",
                ",",
                "a,",
                "locore0.o ",
                "INPUT(locore0.o)",
                "/",
                "$",
                "0",
            })
    void nonsenseTakesLinearTime(String piece) {
        String script = piece.repeat((1 << 17) / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            assertTrue(check(script).size() <= 100);
            check("# " + script);
        });
    }

    @Test
    void aForbiddenCommandIsFoundWhereverItStands() throws Exception {
        Random random = new Random(4711);
        String[] commands = {"INCLUDE /etc/passwd", "OUTPUT(/tmp/x)", "INPUT ( -lc )", " /etc/x.o(.text) "};
        for (int round = 0; round < ROUNDS; round++) {
            String command = " " + commands[random.nextInt(commands.length)] + " ";
            int at = blankOutsideComments(random);
            String script = PLAIN.substring(0, at) + command + PLAIN.substring(at);
            assertFalse(check(script).isEmpty(), script);
        }
    }

    private static int blankOutsideComments(Random random) {
        int first = PLAIN.indexOf("*/") + 2;
        while (true) {
            int at = first + random.nextInt(PLAIN.length() - first);
            boolean comment = PLAIN.lastIndexOf("/*", at) > PLAIN.lastIndexOf("*/", at);
            long quotes = PLAIN.substring(0, at).chars().filter(c -> c == '"').count();
            if (!comment && quotes % 2 == 0 && Character.isWhitespace(PLAIN.charAt(at))) {
                return at;
            }
        }
    }

    @Test
    void damagedScriptsAreRead() throws Exception {
        Random random = new Random(815);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder script = new StringBuilder(PLAIN);
            for (int i = random.nextInt(20); i >= 0; i--) {
                int at = random.nextInt(script.length());
                script.setCharAt(at, "/*\"#(){};,=\0\n aI0".charAt(random.nextInt(17)));
            }
            check(script.toString());
        }
    }
}
