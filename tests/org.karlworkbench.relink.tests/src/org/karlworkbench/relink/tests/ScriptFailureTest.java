package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LoadedKit;

/** Scripts of a kit that no linker can follow, and what is told of it. */
class ScriptFailureTest {
    @TempDir
    Path folder;

    private EngineException fails(String linker, String script) throws Exception {
        TinyKit tiny = new TinyKit(folder.resolve("kit")).script(script).rich("a.o", "a");
        LoadedKit kit = tiny.load();
        return Runs.fails(kit, Runs.tool(kit, linker), folder.resolve("bsd"));
    }

    /** Line 6 of the script is that of .text, line 8 that of .data. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        ld lld ~ end = .; ~ end = .; ASSERT(end < kernel_limit, "the kernel is too large") kernel_limit = 4096;\
            ~ stopped at a condition that the script makes (ASSERT)
        ld lld ~ end = .; ~ end = nothing; ~ finds nothing, which line 10 of ld.script uses, nowhere
        ld lld ~ .rodata : ALIGN(0x1000) ~ .rodata 0xffffffff81000000 : ~ would place section .
        ld lld ~ *(.data .data.*) ~ *(.data .data.*) . = 0; ~ cannot go back to a lower address as line 8 of ld.script says
        ld     ~ :rodata ~ :none ~ does not know the segment none to which the script assigns section .rodata
        lld    ~ :rodata ~ :none ~ does not know the segment that line 7 of ld.script names
        ld lld ~ rodata PT_LOAD ~ rodata PT_ODD ~ does not know the segment that line 2 of ld.script names
        ld lld ~ end = .; ~ end = = .; ~ does not understand line 10 of ld.script
        lld    ~ SECTIONS ~ SACTIONS ~ does not understand line 3 of ld.script
        ld     ~ SECTIONS ~ SACTIONS ~ does not understand line 4 of ld.script
        """)
    void statements(String linkers, String statement, String broken, String words) throws Exception {
        String script = TinyKit.SCRIPT.replace(statement, broken);
        for (String linker : linkers.split(" ")) {
            EngineException e = fails(linker, script);
            assertEquals("linker-failed", e.code(), e.line());
            assertTrue(e.getMessage().startsWith(words), e.line());
        }
    }

    @ParameterizedTest
    @CsvSource({"ld", "lld"})
    void noRoomForTheHeaders(String linker) throws Exception {
        String script = TinyKit.SCRIPT.replace("text PT_LOAD", "text PT_LOAD FILEHDR PHDRS");
        EngineException e = fails(linker, script.replace(".text :", ".text 0x10 :"));
        assertTrue(e.getMessage().startsWith("finds no room for the program headers"), e.line());
        assertTrue(e.cure().contains("SIZEOF_HEADERS"), e.line());
    }

    @ParameterizedTest
    @CsvSource({"ld", "lld"})
    void aRegionThatIsTooSmall(String linker) throws Exception {
        EngineException e = fails(linker, """
            ENTRY(start)
            MEMORY { ram : ORIGIN = 0x10000, LENGTH = 16 }
            SECTIONS
            {
                .text : { *(.text .text.*) } >ram
                .data : { *(.data .data.*) } >ram
            }
            """);
        assertTrue(e.getMessage().startsWith("finds no room for section ."), e.line());
        assertTrue(e.getMessage().contains(" in the script's memory region ram"), e.line());
        assertTrue(e.cure().contains("enlarge the region"), e.line());
    }

    @Test
    void whatTheScriptThrowsAway() throws Exception {
        TinyKit tiny = new TinyKit(folder.resolve("kit"))
                .script(TinyKit.SCRIPT.replace("end = .;", "/DISCARD/ : { *(.odd) }"));
        var odd = TinyKit.writer();
        int section = odd.section(".odd", 1, TinyKit.DATA, 8, TinyKit.bytes(8, 1));
        odd.symbol("odd", 0, 8, 1, 1, section);
        tiny.object("odd.o", odd);
        var user = TinyKit.writer();
        int data = user.section(".data", 1, TinyKit.DATA, 8, TinyKit.bytes(8, 0));
        user.relocation(data, 0, user.undefined("odd"), 1, 0);
        LoadedKit kit = tiny.object("user.o", user).load();
        EngineException e = Runs.fails(kit, Runs.tool(kit, "ld"), folder.resolve("bsd"));
        assertTrue(e.getMessage().startsWith("needs odd for user.o, but throws away the section"), e.line());
        assertTrue(e.cure().contains("/DISCARD/"), e.line());
    }

    @ParameterizedTest
    @CsvSource({"ld", "lld"})
    void aFlagThatWasLeftOutIsNamed(String linker) throws Exception {
        TinyKit tiny = new TinyKit(folder.resolve("kit"));
        var user = TinyKit.writer();
        int data = user.section(".data", 1, TinyKit.DATA, 8, TinyKit.bytes(8, 0));
        user.relocation(data, 0, user.undefined("given_by_a_flag"), 1, 0);
        tiny.object("user.o", user);
        tiny.function("param.o", "param", 1, 8)
                .function("ioconf.o", "ioconf", 2, 8)
                .function("vers.o", "vers", 3, 8);
        Files.writeString(tiny.folder().resolve("Makefile"), """
            MACHINE=amd64
            LINKFLAGS=-T ld.script --warn-common -O2 --defsym given_by_a_flag=4096
            OBJS=user.o
            SYSTEM_HEAD=locore0.o gap.o
            SYSTEM_OBJ=${SYSTEM_HEAD} ${OBJS}
            """);
        LoadedKit kit = tiny.load();
        EngineException e = Runs.fails(kit, Runs.tool(kit, linker), folder.resolve("bsd"));
        assertTrue(e.getMessage().startsWith("found no definition of given_by_a_flag, which user.o needs"), e.line());
        assertTrue(e.line().contains("(the kit's flag --defsym given_by_a_flag=4096 was left out)"), e.line());
    }
}
