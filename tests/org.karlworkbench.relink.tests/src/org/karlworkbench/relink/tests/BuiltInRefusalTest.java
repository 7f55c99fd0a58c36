package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
    private static final int GOTTPOFF = 22;

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
        tiny.object("a.o", calls(PC32, "nowhere", "one")).object("b.o", calls(PC32, "elsewhere", "nowhere"));
        EngineException e = fails(tiny.load());
        assertEquals("undefined-symbols", e.code());
        assertTrue(e.line().contains("nowhere, which is needed by a.o, b.o"), e.line());
        assertTrue(e.line().contains("elsewhere, which is needed by b.o"), e.line());
    }

    /** Six bytes that become more than there are addresses for, if each string is aligned as the section asks for. */
    @Test
    void tellsWhichSectionHasTooManyBytes() throws Exception {
        ElfWriter writer = TinyKit.writer();
        byte[] strings = {1, 0, 2, 0, 3, 0};
        int section = writer.section(".rodata", Elf.SHT_PROGBITS, TinyKit.STRINGS, 1, 1, strings);
        byte[] bytes = writer.toBytes();
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong((int) file.getLong(40) + 64 * section + 48, 1 << 30); // e_shoff, sh_addralign
        Files.write(tiny.folder().resolve("wide.o"), bytes);
        EngineException e = fails(tiny.load());
        assertEquals("bad-object", e.code());
        assertTrue(e.line().contains("wide.o") && e.place().contains(".rodata"), e.line());
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

    /** A field that ends behind its section would be written into whatever lies there. */
    @Test
    void refusesFieldsThatReachOutOfTheirSections() throws Exception {
        for (int at : new int[] {61, 63, 64}) {
            ElfWriter writer = TinyKit.writer();
            int text = writer.section(".text", Elf.SHT_PROGBITS, TinyKit.CODE, 16, TinyKit.bytes(64, 0x90));
            writer.relocation(text, at, writer.undefined("one"), PC32, 0);
            tiny.object("lies.o", writer);
            EngineException e = fails(tiny.load());
            assertEquals("unlinkable", e.code());
            assertTrue(e.line().contains("lies.o: .text+0x" + Integer.toHexString(at)), e.line());
            assertTrue(e.line().contains("outside of its section"), e.line());
        }
    }

    /** A GOT load at the very beginning has no instruction before its field. */
    @Test
    void looksAtNoBytesBeforeASection() throws Exception {
        ElfWriter writer = TinyKit.writer();
        int text = writer.section(".text", Elf.SHT_PROGBITS, TinyKit.CODE, 16, TinyKit.bytes(16, 0x90));
        writer.relocation(text, 0, writer.undefined("one"), GOTTPOFF, -4);
        tiny.object("lies.o", writer);
        assertTrue(fails(tiny.load()).line().contains("outside of its section"));
    }

    /** Strings of a group that another object has too may be left out, and then nobody else may rely on them. */
    @Test
    void stringsOfGroupsAreNoOneElses() throws Exception {
        for (String name : new String[] {"g1.o", "g2.o"}) {
            assemble(name, """
                .section .rodata.str1.1,"aMSG",@progbits,1,shared,comdat
                .weak in_group
                in_group: .string "both have it"
                .section .data,"aw",@progbits
                .quad in_group
                """);
        }
        assemble("other.o", """
            .section .rodata.str1.1,"aMS",@progbits,1
            own: .string "both have it"
            .data
            .quad own
            """);
        LoadedKit kit = tiny.load();
        for (int seed = 0; seed < 12; seed++) {
            var result = Runs.relink(kit, "builtin", seed, folder.resolve("bsd"));
            assertEquals(0, result.account().unexplainedBytes(), "seed " + seed);
        }
    }

    private void assemble(String object, String text) throws Exception {
        Path source = Files.writeString(folder.resolve("source.s"), text);
        Process as = new ProcessBuilder(
                        "as",
                        source.toString(),
                        "-o",
                        tiny.folder().resolve(object).toString())
                .redirectErrorStream(true)
                .start();
        String words = new String(as.getInputStream().readAllBytes());
        assertEquals(0, as.waitFor(), words);
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
        rodata PT_LOAD FLAGS(4)  ~ rodata PT_LOAD FILEHDR PHDRS   ~ not the first to be loaded
        .rodata : ALIGN(0x1000) { *(.rodata .rodata.*) } :rodata ~ . = 0xffffffff80000000; .rodata : { *(.rodata .rodata.*) } :text ~ lies before the segment
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
