package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.relink.RelinkResult;
import org.karlworkbench.relink.Replay;
import org.karlworkbench.relink.ReplayRequest;
import org.karlworkbench.relink.ReplayResult;

/** Relinks by the linker that is built in, each checked byte by byte by what shares no code with it. */
class BuiltInLinkerTest {
    private static final String BUILT_IN = "builtin";

    @TempDir
    Path folder;

    /** Many seeds and gap sizes: what is right for one draw only is found out by another. */
    @ParameterizedTest
    @ValueSource(
            strings = {"demo-amd64", "demo-amd64-debug", "libc-amd64", "libc-i386", "cross-arm64", "cross-riscv64"})
    void everyByteOfEveryDrawIsExplained(String name) throws Exception {
        LoadedKit kit = Kits.loaded(name);
        int draws = 8 * Integer.getInteger("karl.rounds", 1);
        for (int seed = 0; seed < draws; seed++) {
            RelinkResult result = Runs.relink(kit, BUILT_IN, seed, folder.resolve("bsd"));
            assertEquals(0, result.account().unexplainedBytes(), name + " " + seed);
            assertEquals(0, result.account().relocationsNotRecomputed(), name + " " + seed);
            assertTrue(result.account().relocationsChecked() > 700, name + " " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo-amd64", "libc-i386"})
    void theSameDrawGivesTheSameBytes(String name) throws Exception {
        LoadedKit kit = Kits.loaded(name);
        RelinkResult first = Runs.relink(kit, BUILT_IN, 5, folder.resolve("bsd"));
        RelinkResult other = Runs.relink(kit, BUILT_IN, 6, folder.resolve("other"));
        assertNotEquals(first.entry().getSha256(), other.entry().getSha256());
        ReplayRequest request = new ReplayRequest(
                first.entryFile(), first.entry(), Kits.load(Kits.folder(name)), folder.resolve("again"));
        ReplayResult again = Replay.run(request, Progress.NONE);
        assertTrue(again.identical(), again.differs().toString());
        assertEquals(java.util.List.of(), again.differs());
    }

    /**
     * For the same draw every symbol of lld's kernel is in ours, of the same size, kind, binding, visibility and section,
     * and a thread-local one as far into its template.
     * What differs is the code by which lld reaches an indirect function whose address is taken.
     */
    @ParameterizedTest
    @CsvSource({"demo-amd64,0", "libc-amd64,1", "libc-i386,1"})
    void definesWhatLldDefines(String name, int indirect) throws Exception {
        LoadedKit kit = Kits.loaded(name);
        Runs.relink(kit, "lld", 11, folder.resolve("lld"));
        Runs.relink(kit, BUILT_IN, 11, folder.resolve("ours"));
        Map<String, Integer> theirs = symbols(folder.resolve("lld"));
        Map<String, Integer> ours = symbols(folder.resolve("ours"));
        int missing = 0;
        for (var each : theirs.entrySet()) {
            missing += Math.max(0, each.getValue() - ours.getOrDefault(each.getKey(), 0));
        }
        assertTrue(theirs.size() > 200, name);
        assertEquals(indirect, missing, () -> {
            theirs.entrySet().removeAll(ours.entrySet());
            return theirs.toString();
        });
    }

    private static Map<String, Integer> symbols(Path kernel) throws Exception {
        Map<String, Integer> found = new TreeMap<>();
        try (ElfFile file = ElfFile.open(kernel)) {
            Symbols symbols = file.symbols();
            for (int i = 1; i < symbols.count(); i++) {
                if (symbols.type(i) != Elf.STT_SECTION) {
                    int section = symbols.section(i);
                    String where = section > 0 ? file.sections().name(section) : String.valueOf(section);
                    found.merge(
                            symbols.name(i) + " " + symbols.size(i) + " " + symbols.type(i) + " " + symbols.binding(i)
                                    + " " + symbols.visibility(i) + " " + where + thread(symbols, i),
                            1,
                            Integer::sum);
                }
            }
        }
        return found;
    }

    private static String thread(Symbols symbols, int i) {
        return symbols.type(i) == Elf.STT_TLS ? " +" + symbols.value(i) : "";
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "locals", "all"})
    void stripsWhatTheRecipeSays(String strip) throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        var recipe = Runs.recipe();
        recipe.setStrip(strip);
        Path kernel = folder.resolve("bsd");
        RelinkRequest request =
                new RelinkRequest(kit, recipe, Runs.seed(3), kernel, null, Runs.tool(kit, BUILT_IN), null);
        RelinkResult result = org.karlworkbench.relink.Relink.run(request, Progress.NONE);
        assertEquals(0, result.account().unexplainedBytes());
        try (ElfFile file = ElfFile.open(kernel)) {
            Symbols symbols = file.symbols();
            int locals = 0;
            for (int i = 1; i < symbols.count(); i++) {
                boolean named = symbols.binding(i) == Elf.STB_LOCAL && symbols.visibility(i) == Elf.STV_DEFAULT;
                locals += named ? 1 : 0;
            }
            assertEquals(strip.equals("none"), locals > 0, locals + " local symbols");
            assertEquals(strip.equals("all"), symbols.count() <= 1);
        }
    }
}
