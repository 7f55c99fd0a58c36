package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.RecipeSettings;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.EntryKit;
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.relink.Replay;
import org.karlworkbench.relink.ReplayRequest;
import org.karlworkbench.relink.ReplayResult;

/** Relinks repeated from their ledger entries, by real linkers. */
class ReplayTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void givesTheSameBytesWhateverTheRecipeWas(String linker) throws Exception {
        LedgerEntry entry = relink(
                Kits.loaded("demo-amd64"),
                "linker=" + linker,
                "pinned=main.o",
                "neighbours=trap.o,cpu.o",
                "gapAlign.data=64",
                "pad=0x90909090",
                "page=8192",
                "textBase=0xffffffff82000000",
                "addFlags=-z muldefs,-L .",
                "strip=locals");
        ReplayResult result = replay(entry, Kits.loaded("demo-amd64"));
        assertTrue(result.identical(), result.differs().toString());
        assertEquals(List.of(), result.differs());
        assertArrayEquals(Files.readAllBytes(folder.resolve("bsd")), Files.readAllBytes(folder.resolve("again")));
        LedgerEntry again = LedgerFiles.read(result.relink().entryFile());
        assertEquals(entry.getSeed(), again.getSeed());
        assertEquals(entry.getOrder(), again.getOrder());
        assertEquals(entry.getFlags(), again.getFlags());
    }

    /** The order is the recorded one, not drawn again: another one in the entry gives another kernel. */
    @Test
    void takesTheDrawFromTheEntryAndNotFromTheSeed() throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        LedgerEntry entry = relink(kit);
        List<String> order = new java.util.ArrayList<>(entry.getOrder());
        Collections.reverse(order);
        entry.getOrder().clear();
        entry.getOrder().addAll(order);
        entry.getGaps().setText0(3 * 4096);
        entry.getGaps().setBss(20);
        ReplayResult result = replay(entry, kit);
        assertFalse(result.identical());
        assertEquals(order, List.copyOf(result.relink().entry().getOrder()));
        assertEquals(20, result.relink().entry().getGaps().getBss());
        assertEquals(1, result.differs().size(), result.differs().toString());
    }

    @Test
    void saysThatTheKitIsAnother() throws Exception {
        LedgerEntry entry = relink(Kits.loaded("demo-amd64"));
        Path copy = Kits.copy("demo-amd64", folder.resolve("kit"));
        byte[] object = Files.readAllBytes(copy.resolve("vers.o"));
        int text = new String(object, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("KARL");
        assertTrue(text > 0, "the demo's version names KARL");
        object[text]++;
        Files.write(copy.resolve("vers.o"), object);
        ReplayResult result = replay(entry, Kits.load(copy));
        assertFalse(result.identical());
        assertTrue(result.differs().getFirst().startsWith("kit: its digest was " + entry.getKitDigest()));
        assertTrue(result.differs().getFirst().contains("which files changed cannot be told"));
    }

    @Test
    void saysWhichLinkerItWas() throws Exception {
        LedgerEntry entry = relink(Kits.loaded("demo-amd64"));
        entry.setLinkerVersion("LLD 3.0");
        entry.setLinkerPath("/tmp/evil");
        ReplayResult result = replay(entry, Kits.loaded("demo-amd64"));
        assertTrue(result.identical());
        assertEquals(2, result.differs().size());
        assertTrue(result.differs().getFirst().startsWith("linker version: was LLD 3.0, would now be "));
    }

    @Test
    void takesALinkerThatAPersonNamesIfItIsOfTheEntrysKind() throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        LedgerEntry entry = relink(kit, "linker=lld");
        Path lld = Files.createSymbolicLink(folder.resolve("ld.lld"), Path.of("/usr/bin/ld.lld"));
        ReplayResult result = replay(entry, kit, new LinkerTool("lld", lld, ""));
        assertTrue(result.identical());
        assertEquals(lld.toString(), result.relink().entry().getLinkerPath());
        EngineException other = assertThrows(
                EngineException.class, () -> replay(entry, kit, new LinkerTool("ld", Path.of("/usr/bin/ld"), "")));
        assertEquals("linker", other.place());
    }

    @Test
    void linksWithTheRecordedFlagsAndSaysWhatTheyWouldBeNow() throws Exception {
        LedgerEntry entry = relink(Kits.loaded("demo-amd64"), "linker=ld", "strip=all");
        entry.getRecipe().setStrip("none");
        ReplayResult result = replay(entry, Kits.loaded("demo-amd64"));
        assertTrue(result.identical(), "-s is among the recorded flags");
        assertTrue(
                result.differs().getFirst().startsWith("flags: was "),
                result.differs().toString());
    }

    @Test
    void refusesWhatAnEntryMustNotSay() throws Exception {
        wrong("seed", entry -> entry.setSeed("12"));
        wrong("linker", entry -> entry.setLinker("/tmp/evil"));
        wrong("arch", entry -> entry.setArch("arm64"));
        wrong("order", entry -> entry.getOrder().set(0, "nosuch.o"));
        wrong("order", entry -> entry.getOrder().set(0, entry.getOrder().get(1)));
        wrong("order", entry -> entry.getOrder().removeFirst());
        wrong("head", entry -> entry.getHead().addFirst("main.o"));
        wrong("tail", entry -> entry.getTail().clear());
        wrong("gaps.text0", entry -> entry.getGaps().setText0(4095));
        wrong("gaps.data", entry -> entry.getGaps().setData(-16));
        wrong("gaps.bss", entry -> entry.getGaps().setBss(Long.MAX_VALUE));
        wrong("recipe.page", entry -> entry.setPage(100));
        wrong("recipe.pad", entry -> entry.setPad("trap"));
        wrong("recipe.strip", entry -> entry.getRecipe().setStrip("most"));
        wrong("recipe.textBase", entry -> entry.getRecipe().setTextBase("x"));
        wrong("flags", entry -> entry.getFlags().add("--plugin=evil.so"));
        wrong("flags", entry -> entry.getFlags().addAll(List.of("-T", "other.script")));
    }

    private void wrong(String field, Consumer<LedgerEntry> change) throws Exception {
        LedgerEntry entry = relink(Kits.loaded("demo-amd64"));
        change.accept(entry);
        EngineException e = assertThrows(EngineException.class, () -> replay(entry, Kits.loaded("demo-amd64")), field);
        assertEquals(field, e.place());
        assertEquals(entryFile().toString(), e.file());
        assertFalse(Files.exists(folder.resolve("again")));
    }

    @Test
    void neverReplacesWhatItRepeats() throws Exception {
        LedgerEntry entry = relink(Kits.loaded("demo-amd64"));
        ReplayRequest request = new ReplayRequest(entryFile(), entry, Kits.loaded("demo-amd64"), folder.resolve("bsd"));
        assertEquals(
                "bad-target",
                assertThrows(EngineException.class, () -> Replay.run(request, Progress.NONE))
                        .code());
    }

    /** A version of this engine before pad word, page and the newer settings were recorded. */
    @Test
    void repeatsEntriesOfOlderVersions() throws Exception {
        relink(Kits.loaded("demo-amd64"));
        String json = Files.readString(entryFile());
        for (String field : List.of("pad", "page", "kitFolder", "unit", "order", "strip", "textBase", "entry")) {
            String before = json;
            json = json.replaceAll(",\\s*\"" + field + "\": (\"[^\"]*\"|\\d+|\\[\\])", "");
            assertFalse(json.equals(before), field);
        }
        json = json.replace("\"kitName\":", "\"ofAnotherVersion\": [1], \"kitName\":");
        Files.writeString(entryFile(), json);
        ReplayResult result = replay(LedgerFiles.read(entryFile()), Kits.loaded("demo-amd64"));
        assertTrue(result.identical(), result.differs().toString());
    }

    @Test
    void findsItsKitWhereItWasOrBesideTheEntry() throws Exception {
        Path kit = Kits.copy("demo-amd64", folder.resolve("a/kit"));
        Path kernel = folder.resolve("a/bsd");
        Runs.relink(Kits.load(kit), "lld", 3, kernel);
        assertEquals(kit.toRealPath(), opened(folder.resolve("a")));
        Files.move(folder.resolve("a"), folder.resolve("b"));
        assertEquals(folder.resolve("b/kit").toRealPath(), opened(folder.resolve("b")), "moved with its ledger");
        Files.createDirectories(folder.resolve("c/ledger"));
        Files.move(folder.resolve("b/kit"), folder.resolve("c/kit"));
        Files.move(folder.resolve("b/bsd.ledger.json"), folder.resolve("c/ledger/bsd.ledger.json"));
        assertEquals(folder.resolve("c/kit").toRealPath(), opened(folder.resolve("c/ledger")));
        Files.move(folder.resolve("c/kit"), folder.resolve("c/other"));
        EngineException e = assertThrows(EngineException.class, () -> opened(folder.resolve("c/ledger")));
        assertEquals("no-kit", e.code());
        assertEquals("kitPath", e.place());
    }

    private static Path opened(Path ledger) throws Exception {
        Path file = ledger.resolve("bsd.ledger.json");
        try (KitSource source = EntryKit.open(file, LedgerFiles.read(file), Progress.NONE)) {
            return source.folder();
        }
    }

    private Path entryFile() {
        return LedgerFiles.beside(folder.resolve("bsd"));
    }

    private LedgerEntry relink(LoadedKit kit, String... settings) throws Exception {
        Recipe recipe = Runs.recipe();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            RecipeSettings.set(recipe, setting.substring(0, equals), setting.substring(equals + 1));
        }
        Relink.run(new RelinkRequest(kit, recipe, Runs.seed(21), folder.resolve("bsd")), Progress.NONE);
        return LedgerFiles.read(entryFile());
    }

    private ReplayResult replay(LedgerEntry entry, LoadedKit kit) throws EngineException {
        return replay(entry, kit, null);
    }

    private ReplayResult replay(LedgerEntry entry, LoadedKit kit, LinkerTool linker) throws EngineException {
        return Replay.run(new ReplayRequest(entryFile(), entry, kit, folder.resolve("again"), linker), Progress.NONE);
    }
}
