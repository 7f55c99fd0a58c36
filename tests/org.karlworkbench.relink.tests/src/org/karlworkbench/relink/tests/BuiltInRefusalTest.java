package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfWriter;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.relink.LinkerTool;

/** What the built-in linker does not link: it says why, by name, and writes nothing. */
class BuiltInRefusalTest {
    private static final int PC32 = 2;
    private static final int ABS32 = 10;

    @TempDir
    Path folder;

    private TinyKit tiny;

    @BeforeEach
    void makeKit() throws Exception {
        tiny = new TinyKit(folder.resolve("kit"));
        tiny.function("one.o", "one", 0x11, 24).rich("rich.o", "rich");
    }

    private EngineException fails(LoadedKit kit) throws Exception {
        Path kernel = folder.resolve("bsd");
        EngineException e = Runs.fails(kit, LinkerTool.BUILT_IN, kernel);
        assertTrue(Files.notExists(kernel));
        return e;
    }

    private static ElfWriter calls(int type, String... names) {
        ElfWriter writer = TinyKit.writer();
        int text = writer.section(".text", Elf.SHT_PROGBITS, TinyKit.CODE, 16, TinyKit.bytes(64, 0x90));
        for (int i = 0; i < names.length; i++) {
            writer.relocation(text, 8L * i, writer.undefined(names[i]), type, 0);
        }
        return writer;
    }

    @Test
    void linksWhatIsInOrder() throws Exception {
        tiny.object("calls.o", calls(PC32, "one", "start"));
        var result = Runs.relink(tiny.load(), "builtin", 1, folder.resolve("bsd"));
        assertEquals(0, result.account().unexplainedBytes());
    }

    @Test
    void tellsAllUndefinedSymbolsWithTheObjectsThatNeedThem() throws Exception {
        tiny.object("a.o", calls(PC32, "nowhere", "one")).object("b.o", calls(PC32, "elsewhere"));
        EngineException e = fails(tiny.load());
        assertEquals("undefined-symbols", e.code());
        assertTrue(e.line().contains("a.o needs nowhere"), e.line());
        assertTrue(e.line().contains("b.o needs elsewhere"), e.line());
    }

    @Test
    void tellsAllDuplicatesWithTheObjectsThatDefineThem() throws Exception {
        tiny.function("two.o", "one", 0x12, 24);
        EngineException e = fails(tiny.load());
        assertEquals("duplicate-symbols", e.code());
        assertTrue(e.line().contains("one: one.o, two.o"), e.line());
    }

    @Test
    void tellsWhichFieldIsTooSmall() throws Exception {
        tiny.object("far.o", calls(ABS32, "one"));
        EngineException e = fails(tiny.load());
        assertEquals("relocation-overflow", e.code());
        assertTrue(e.line().startsWith("far.o: .text+0x0: the address 0xffffffff81"), e.line());
        assertTrue(e.line().contains("(.text of one.o)"), e.line());
        assertTrue(e.line().contains("0 to 0xffffffff"), e.line());
    }

    @Test
    void knowsNotEveryRelocation() throws Exception {
        tiny.object("odd.o", calls(77, "one"));
        EngineException e = fails(tiny.load());
        assertEquals("unlinkable", e.code());
        assertTrue(e.line().contains("odd.o: .text+0x0"), e.line());
        assertTrue(e.line().contains("relocation type 77"), e.line());
    }

    @Test
    void takesOfWeakDefinitionsTheFirstInEachOrder() throws Exception {
        for (String name : new String[] {"w1.o", "w2.o"}) {
            ElfWriter writer = TinyKit.writer();
            int text = writer.section(".text", Elf.SHT_PROGBITS, TinyKit.CODE, 16, TinyKit.bytes(32, name.charAt(1)));
            writer.symbol("weak", 0, 32, Elf.STB_WEAK, Elf.STT_FUNC, text);
            tiny.object(name, writer);
        }
        tiny.object("calls.o", calls(PC32, "weak"));
        LoadedKit kit = tiny.load();
        boolean[] seen = new boolean[2];
        for (int seed = 0; seed < 12; seed++) {
            var result = Runs.relink(kit, "builtin", seed, folder.resolve("bsd"));
            assertEquals(0, result.account().unexplainedBytes(), "seed " + seed);
            var order = result.entry().getOrder();
            seen[order.indexOf("w1.o") < order.indexOf("w2.o") ? 0 : 1] = true;
        }
        assertTrue(seen[0] && seen[1], "both orders were drawn");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        .data : ALIGN(0x1000) { *(.data .data.*) } :data ~ .data 0xffffffff81000010 : { *(.data .data.*) } :data ~ overlap
        end = .;                 ~ end = again; again = end + 1;  ~ never settle
        end = .;                 ~ end = missing;                 ~ line
        end = .;                 ~ . = . / 0;                     ~ division by zero
        end = .;                 ~ ASSERT(0, "it is too large")   ~ it is too large
        =0xcccccccc              ~ =0xcc                          ~ different things
        end = .;                 ~ OVERLAY : { }                  ~ OVERLAY
        LONG(0x12345678)         ~ . = 7;                         ~ different things
        """)
    void refusesScriptsThatCannotBe(String from, String to, String words) throws Exception {
        tiny.script(TinyKit.SCRIPT.replace(from, to));
        EngineException e = fails(tiny.load());
        assertTrue(e.line().contains(words), e.line());
    }

    @Test
    void readsOnlySymbolsOfDebugSectionsAndLinksThemNot() throws Exception {
        ElfWriter writer = calls(PC32, "one");
        int debug = writer.section(".debug_info", Elf.SHT_PROGBITS, 0, 1, TinyKit.bytes(40, 1));
        writer.symbol("of_debug", 0, 0, Elf.STB_LOCAL, Elf.STT_NOTYPE, debug);
        writer.symbol("absolute", 0x1234, 0, Elf.STB_GLOBAL, Elf.STT_NOTYPE, Symbols.ABSOLUTE);
        tiny.object("debug.o", writer).object("calls.o", calls(ABS32, "absolute"));
        var result = Runs.relink(tiny.load(), "builtin", 2, folder.resolve("bsd"));
        assertEquals(0, result.account().unexplainedBytes());
    }
}
