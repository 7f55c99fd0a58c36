package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.RecipeSettings;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.relink.RelinkResult;

/** What a recipe sets is what the kernel becomes: read back from kernels that real linkers wrote. */
class OptionsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "ld,none,true,true,true",
        "ld,debug,false,true,true",
        "ld,locals,false,false,true",
        "ld,all,false,false,false",
        "lld,none,true,true,true",
        "lld,debug,false,true,true",
        "lld,locals,false,false,true",
        "lld,all,false,false,false"
    })
    void stripsSymbolsAndDebugSections(String linker, String strip, boolean debug, boolean locals, boolean globals)
            throws Exception {
        RelinkResult result = relink("demo-amd64-debug", linker, "strip=" + strip);
        assertEquals(0, result.account().unexplainedBytes());
        try (ElfFile kernel = ElfFile.open(result.kernel())) {
            boolean found = false;
            for (int i = 1; i < kernel.sections().count(); i++) {
                found |= kernel.sections().name(i).startsWith(".debug");
            }
            assertEquals(debug, found);
            assertEquals(locals, has(kernel.symbols(), Elf.STB_LOCAL));
            assertEquals(globals, has(kernel.symbols(), Elf.STB_GLOBAL));
            byte[] text = kernel.content(kernel.sections().find(".text"));
            RelinkResult usual = relink("demo-amd64-debug", linker);
            try (ElfFile other = ElfFile.open(usual.kernel())) {
                assertArrayEquals(other.content(other.sections().find(".text")), text, "the layout is the same");
            }
            assertEquals(usual.entry().getEndboot(), result.entry().getEndboot());
        }
    }

    private static boolean has(Symbols symbols, int binding) {
        for (int i = 1; i < symbols.count(); i++) {
            if (symbols.binding(i) == binding && symbols.type(i) == Elf.STT_FUNC) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void putsObjectsWhereTheRecipeWantsThem(String linker) throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        List<String> body = kit.plan().body();
        String pinned = body.get(7);
        RelinkResult result = relink(
                "demo-amd64", linker, "order=main.o,pool.o", "pinned=" + pinned, "neighbours=trap.o,cpu.o;pci.o,pic.o");
        List<String> text = textOrder(result);
        List<String> order = List.copyOf(result.entry().getOrder());
        assertEquals(List.of("main.o", "pool.o"), order.subList(0, 2));
        assertEquals(pinned, order.get(7));
        for (List<String> group : List.of(List.of("trap.o", "cpu.o"), List.of("pci.o", "pic.o"))) {
            assertEquals(order.indexOf(group.getFirst()) + 1, order.indexOf(group.getLast()));
            assertEquals(text.indexOf(group.getFirst()) + 1, text.indexOf(group.getLast()), "and so in the kernel");
        }
        assertEquals(2, text.indexOf("main.o"), "behind head and gap");
    }

    private List<String> textOrder(RelinkResult result) throws EngineException {
        Places places =
                Places.read(result.entryFile().resolveSibling(result.entry().getPlaces()));
        List<String> order = new ArrayList<>();
        for (int row = 0; row < places.count(); row++) {
            if (places.kind(row) == PlaceKind.INPUT && places.section(row).equals(".text") && places.size(row) > 0) {
                order.add(places.object(row));
            }
        }
        return order;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void roundsGapsAsTheRecipeSays(String linker) throws Exception {
        LedgerEntry entry = relink(
                        "demo-amd64",
                        linker,
                        "gapAlign.text1=4",
                        "gaps.text1=5..5",
                        "gapAlign.rodata=64",
                        "gaps.rodata=70..70",
                        "gapAlign.data=4096",
                        "gaps.data=0..0",
                        "gapAlign.bss=8",
                        "gaps.bss=9..9")
                .entry();
        assertEquals(8, entry.getGaps().getText1());
        assertEquals(128, entry.getGaps().getRodata());
        assertEquals(4096, entry.getGaps().getData());
        assertEquals(16, entry.getGaps().getBss());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void movesTheTextByTheSymbolThatSaysWhereItIs(String linker) throws Exception {
        RelinkResult result = relink("demo-amd64", linker, "textBase=0xffffffff82000000");
        try (ElfFile kernel = ElfFile.open(result.kernel())) {
            Symbols symbols = kernel.symbols();
            assertEquals(0xffffffff82000000L, symbols.value(symbols.find("kernel_text")));
            assertEquals(0xffffffff82000000L, kernel.segments().virtualAddress(0));
        }
        assertTrue(result.entry().getTranslated().stream()
                .anyMatch(each -> each.getFrom().equals("kernel_text")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void movesTheTextByTheFlagThatTheKitUses(String linker) throws Exception {
        TinyKit kit = tiny("-Ttext 0xffffffff81000000 -e start");
        RelinkResult result = relink(kit.load(), linker, "textBase=0xffffffff81400000");
        try (ElfFile kernel = ElfFile.open(result.kernel())) {
            assertEquals(
                    0xffffffff81400000L,
                    kernel.sections().address(kernel.sections().find(".text")));
        }
        assertTrue(result.entry().getFlags().contains("-Ttext=0xffffffff81400000"));
    }

    private TinyKit tiny(String flags) throws Exception {
        TinyKit kit = new TinyKit(folder.resolve("tiny"));
        int mark = 0;
        for (String name : List.of("a", "b", "param", "ioconf", "vers")) {
            kit.function(name + ".o", name, ++mark, 32);
        }
        Files.writeString(
                kit.folder().resolve("Makefile"),
                "MACHINE=amd64\nOBJS=a.o b.o\nSYSTEM_HEAD=locore0.o gap.o\nLINKFLAGS=" + flags + "\n");
        return kit;
    }

    @Test
    void leavesAScriptAloneThatSetsTheAddressItself() throws Exception {
        TinyKit kit = tiny("-T ld.script");
        EngineException e =
                assertThrows(EngineException.class, () -> relink(kit.load(), "ld", "textBase=0xffffffff82000000"));
        assertEquals("textBase", e.place());
        assertTrue(e.getMessage().contains("ld.script sets it itself, to 0xffffffff81000000"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void startsAtAnotherSymbol(String linker) throws Exception {
        TinyKit kit = tiny("-T ld.script -e start");
        RelinkResult result = relink(kit.load(), linker, "entry=b");
        try (ElfFile kernel = ElfFile.open(result.kernel())) {
            Symbols symbols = kernel.symbols();
            assertEquals(symbols.value(symbols.find("b")), kernel.header().entry());
        }
        EngineException e = assertThrows(EngineException.class, () -> relink(kit.load(), linker, "entry=nowhere"));
        assertEquals("entry", e.place());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void addsAndDropsFlags(String linker) throws Exception {
        LedgerEntry entry = relink("demo-amd64", linker, "addFlags=-z muldefs", "dropFlags=-X,--warn-common")
                .entry();
        assertTrue(String.join(" ", entry.getFlags()).contains("-z muldefs"));
        assertFalse(entry.getFlags().contains("-X") || entry.getFlags().contains("--warn-common"));
        assertTrue(entry.getDropped().containsAll(List.of("-X", "--warn-common")));
        assertEquals(
                List.of("-z muldefs"),
                LedgerFiles.read(LedgerFiles.beside(folder.resolve("bsd")))
                        .getRecipe()
                        .getAddFlags());
    }

    private RelinkResult relink(String kit, String linker, String... settings) throws Exception {
        return relink(Kits.loaded(kit), linker, settings);
    }

    private RelinkResult relink(LoadedKit kit, String linker, String... settings) throws Exception {
        Recipe recipe = Runs.recipe();
        recipe.setLinker(linker);
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            RecipeSettings.set(recipe, setting.substring(0, equals), setting.substring(equals + 1));
        }
        Path kernel = folder.resolve(settings.length == 0 ? "usual" : "bsd");
        return Relink.run(new RelinkRequest(kit, recipe, Runs.seed(11), kernel), Progress.NONE);
    }
}
