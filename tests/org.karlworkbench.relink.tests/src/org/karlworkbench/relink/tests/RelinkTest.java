package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.GapName;
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

/** Relinks of the demo kernel's kit by real linkers. */
class RelinkTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void kernelIsHeadGapBodyTailAsDrawn(String linker) throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        RelinkResult result = Runs.relink(kit, linker, 7, folder.resolve("bsd"));
        LedgerEntry entry = result.entry();
        Places places = Places.read(folder.resolve(entry.getPlaces()));
        List<String> order = new ArrayList<>(entry.getHead());
        order.addAll(entry.getOrder());
        order.addAll(entry.getTail());
        List<String> found = new ArrayList<>();
        for (int row = 0; row < places.count(); row++) {
            boolean text =
                    places.kind(row) == PlaceKind.INPUT && places.section(row).equals(".text");
            if (text && places.size(row) > 0) {
                found.add(places.object(row));
            }
        }
        order.retainAll(found);
        assertEquals(order, found);
        assertEquals("locore0.o", found.getFirst());
        assertEquals(Places.GAP, found.get(1));
        assertTrue(entry.getTail().contains(found.getLast()));
        assertTrue(result.account().isExplained());
        assertEquals(0, result.account().unexplainedBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void gapIsFilledAndEndsOnAPage(String linker) throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        Path kernel = folder.resolve("bsd");
        LedgerEntry entry = Runs.relink(kit, linker, 8, kernel).entry();
        try (ElfFile file = ElfFile.open(kernel)) {
            Symbols symbols = file.symbols();
            long endboot = symbols.value(symbols.find("endboot"));
            assertEquals("0x" + Long.toHexString(endboot), entry.getEndboot());
            assertEquals(0, endboot % 4096);
            Sections sections = file.sections();
            int text = sections.find(".text");
            byte[] code = file.content(text);
            long from = endboot - entry.getGaps().getText0() - sections.address(text);
            long to = endboot + entry.getGaps().getText1() - sections.address(text);
            for (long i = from; i < to; i++) {
                assertEquals((byte) 0xcc, code[(int) i], "at " + i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void sameSeedSameBytesOtherSeedOtherBytes(String linker) throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        Path other = Files.createDirectories(folder.resolve("another/deeper/folder"));
        Runs.relink(kit, linker, 1, folder.resolve("a"));
        Runs.relink(Kits.load(Kits.copy("demo-amd64", folder.resolve("kit"))), linker, 1, other.resolve("b"));
        Runs.relink(kit, linker, 2, folder.resolve("c"));
        assertArrayEquals(Files.readAllBytes(folder.resolve("a")), Files.readAllBytes(other.resolve("b")));
        assertNotEquals(Runs.sha256(folder.resolve("a")), Runs.sha256(folder.resolve("c")));
        String text = Files.readString(folder.resolve("a"), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(folder.toString()), "a path of this machine is in the kernel");
        assertFalse(text.contains(".karl-"), "a temporary name is in the kernel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void entrySaysWhatWasDoneAndIsPrivate(String linker) throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        Path kernel = folder.resolve("bsd");
        RelinkResult result = Runs.relink(kit, linker, 3, kernel);
        assertEquals(LedgerFiles.beside(kernel), result.entryFile());
        LedgerEntry entry = LedgerFiles.read(result.entryFile());
        assertEquals(Runs.sha256(kernel), entry.getSha256());
        assertEquals(linker, entry.getLinker());
        assertEquals(Runs.seed(3).hex(), entry.getSeed());
        assertEquals(kit.digest(), entry.getKitDigest());
        assertEquals("bsd", entry.getKernel());
        assertTrue(entry.getLinkerVersion().contains(linker.equals("ld") ? "GNU ld" : "LLD"));
        assertTrue(entry.getFlags().contains("-S"));
        assertEquals(linker.equals("ld"), entry.getDropped().contains("--no-mmap-output-file"));
        assertTrue(entry.getPhases().stream().anyMatch(phase -> phase.getName().equals("link")));
        assertEquals(
                List.of("prepare", "draw", "gap", "link", "check", "record", "install", "sync"),
                List.copyOf(result.phases().keySet()));
        for (String name : List.of("bsd", "bsd.ledger.json", "bsd.places")) {
            assertEquals("rw-------", Runs.mode(folder.resolve(name)), name);
        }
        assertEquals(Set.of("bsd", "bsd.ledger.json", "bsd.places"), names(folder));
    }

    @Test
    void bothLinkersDrawTheSameAndPlaceTheSameFunctions() throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        LedgerEntry gnu = Runs.relink(kit, "ld", 5, folder.resolve("gnu")).entry();
        LedgerEntry llvm = Runs.relink(kit, "lld", 5, folder.resolve("llvm")).entry();
        assertEquals(gnu.getOrder(), llvm.getOrder());
        assertEquals(gnu.getEndboot(), llvm.getEndboot());
        try (ElfFile a = ElfFile.open(folder.resolve("gnu"));
                ElfFile b = ElfFile.open(folder.resolve("llvm"))) {
            Symbols symbols = a.symbols();
            for (int i = 1; i < symbols.count(); i++) {
                if (symbols.type(i) == Elf.STT_FUNC && symbols.binding(i) == Elf.STB_GLOBAL) {
                    int same = b.symbols().find(symbols.name(i));
                    assertEquals(symbols.value(i), b.symbols().value(same), symbols.name(i));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void debugSectionsAreDroppedAndTheLayoutStays(String linker) throws Exception {
        Runs.relink(Kits.loaded("demo-amd64"), linker, 6, folder.resolve("plain"));
        Runs.relink(Kits.loaded("demo-amd64-debug"), linker, 6, folder.resolve("debug"));
        try (ElfFile plain = ElfFile.open(folder.resolve("plain"));
                ElfFile debug = ElfFile.open(folder.resolve("debug"))) {
            Sections sections = debug.sections();
            for (int i = 1; i < sections.count(); i++) {
                assertFalse(sections.name(i).startsWith(".debug"), sections.name(i));
                if (sections.isAllocated(i) && sections.name(i).equals(".text")) {
                    assertArrayEquals(plain.content(plain.sections().find(".text")), debug.content(i));
                }
            }
        }
    }

    @Test
    void aRecipeCanKeepTheOrderAndFixTheGaps() throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        Recipe recipe = Runs.recipe();
        recipe.setShuffle(false);
        recipe.setPad("0x90c3f4cc");
        recipe.setPage(16384);
        recipe.setLinker("ld");
        RelinkResult result =
                Relink.run(new RelinkRequest(kit, recipe, Runs.seed(9), folder.resolve("bsd")), Progress.NONE);
        assertEquals(kit.plan().body(), List.copyOf(result.entry().getOrder()));
        assertEquals(0, Long.decode("0x" + result.entry().getEndboot().substring(10)) % 16384);
        assertTrue(result.account().isExplained());
    }

    @Test
    void theEntryHoldsTheWholeRecipeAndTheSeedOnce() throws Exception {
        Recipe recipe = Runs.recipe();
        recipe.setName("all fields");
        recipe.setLinker("builtin");
        recipe.setUnit("section");
        recipe.setShuffle(false);
        recipe.setPad("0x1");
        recipe.setPage(8192);
        recipe.setSeed(Runs.seed(77).hex());
        for (GapName gap : GapName.values()) {
            gap.setBounds(recipe, RecipeSettings.bounds("100..2000"));
        }
        for (String setting : List.of(
                "gapAlign.text1=32",
                "gapAlign.rodata=4",
                "gapAlign.data=64",
                "gapAlign.bss=128",
                "order=main.o",
                "pinned=pool.o",
                "neighbours=cpu.o,clock.o",
                "textBase=0xffffffff82000000",
                "entry=start",
                "addFlags=-z muldefs",
                "dropFlags=-X",
                "strip=none")) {
            int equals = setting.indexOf('=');
            RecipeSettings.set(recipe, setting.substring(0, equals), setting.substring(equals + 1));
        }
        for (EStructuralFeature feature : recipe.eClass().getEAllStructuralFeatures()) {
            assertTrue(recipe.eIsSet(feature), feature.getName() + " is new: copy it into the ledger, and set it here");
        }
        RelinkRequest request =
                new RelinkRequest(Kits.loaded("demo-amd64"), recipe, Runs.seed(10), folder.resolve("bsd"));
        RelinkResult result = Relink.run(request, Progress.NONE);
        recipe.setSeed("");
        assertTrue(EcoreUtil.equals(recipe, result.entry().getRecipe()));
        String json = Files.readString(result.entryFile());
        assertEquals(
                json.indexOf(Runs.seed(10).hex()),
                json.lastIndexOf(Runs.seed(10).hex()));
        assertTrue(json.contains(Runs.seed(10).hex()));
    }

    @Test
    void withoutAKernelOnlyAnEntryIsMade() throws Exception {
        Path ledger = folder.resolve("ledger/of/mine");
        RelinkRequest request =
                new RelinkRequest(Kits.loaded("demo-amd64"), Runs.recipe(), Runs.seed(4), null, ledger, null, null);
        RelinkResult first = Relink.run(request, Progress.NONE);
        RelinkResult second = Relink.run(request, Progress.NONE);
        assertNull(first.kernel());
        assertNull(first.entry().getKernel());
        assertEquals(first.entry().getSha256(), second.entry().getSha256());
        assertNotEquals(first.entryFile(), second.entryFile());
        assertEquals("rwx------", Runs.mode(ledger));
        assertEquals(4, names(ledger).size());
        assertEquals(ledger.toRealPath(), first.entryFile().getParent());
    }

    @Test
    void anOldKernelIsReplacedWithItsEntry() throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        Path kernel = folder.resolve("bsd");
        Runs.relink(kit, "ld", 1, kernel);
        String first = Runs.sha256(kernel);
        Runs.relink(kit, "lld", 2, kernel);
        assertNotEquals(first, Runs.sha256(kernel));
        assertEquals(
                Runs.sha256(kernel),
                LedgerFiles.read(LedgerFiles.beside(kernel)).getSha256());
        assertEquals(Set.of("bsd", "bsd.ledger.json", "bsd.places"), names(folder));
    }

    private static Set<String> names(Path folder) throws java.io.IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
