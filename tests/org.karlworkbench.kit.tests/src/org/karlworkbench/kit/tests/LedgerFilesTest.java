package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.RecipeFiles;
import org.karlworkbench.kit.RecipeSettings;
import org.karlworkbench.kit.model.DrawnGaps;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.kit.model.Translation;

/** Ledger entries and recipes as files: what is written is read again, and nothing else is taken for one. */
class LedgerFilesTest {
    private static final KitFactory NEW = KitFactory.eINSTANCE;

    @TempDir
    Path folder;

    @Test
    void isReadAsItWasWritten() throws Exception {
        LedgerEntry entry = entry();
        Path file = folder.resolve("bsd.ledger.json");
        LedgerFiles.write(file, entry);
        assertTrue(EcoreUtil.equals(entry, LedgerFiles.read(file)));
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
        assertEquals(
                entry.getSha256(),
                LedgerFiles.readBeside(folder.resolve("bsd")).orElseThrow().getSha256());
        try (var left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList(), "no temporary file stays");
        }
    }

    @Test
    void refusesEveryCutOfAnEntry() throws Exception {
        Path file = folder.resolve("entry.json");
        LedgerFiles.write(file, entry());
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length - 2; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            EngineException e = assertThrows(EngineException.class, () -> LedgerFiles.read(file));
            assertEquals("bad-ledger", e.code());
        }
    }

    @Test
    void survivesRandomBytesInAnEntry() throws Exception {
        Path file = folder.resolve("entry.json");
        LedgerFiles.write(file, entry());
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(7);
        for (int i = 0; i < 300 * Integer.getInteger("karl.rounds", 1); i++) {
            byte[] bent = whole.clone();
            bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
            Files.write(file, bent);
            try {
                LedgerFiles.read(file);
            } catch (EngineException e) {
                assertTrue(e.line().startsWith(file.toString()), e.line());
            }
        }
    }

    @Test
    void refusesEntriesFromTheFutureAndDeepNesting() throws Exception {
        Path file = folder.resolve("entry.json");
        LedgerFiles.write(file, entry());
        String text = Files.readString(file);
        Files.writeString(file, text.replace("\"schemaVersion\": 1", "\"schemaVersion\": 2"));
        assertEquals(
                "schemaVersion",
                assertThrows(EngineException.class, () -> LedgerFiles.read(file))
                        .place());
        Files.writeString(file, "[".repeat(200_000));
        assertThrows(EngineException.class, () -> LedgerFiles.read(file));
    }

    @Test
    void readsRecipesAndRefusesUnknownSettings() throws Exception {
        Path file = folder.resolve("recipe.json");
        Files.writeString(file, "{\"linker\":\"ld\",\"shuffle\":false,\"gaps\":{\"bss\":\"0x10..32\"},\"page\":8192}");
        Recipe recipe = RecipeFiles.read(file);
        assertEquals("ld", recipe.getLinker());
        assertEquals(false, recipe.isShuffle());
        assertEquals(16, recipe.getBss().getLow());
        assertEquals(32, recipe.getBss().getHigh());
        assertEquals(8192, recipe.getPage());
        for (String bad : List.of(
                "{\"linkerPath\":\"/tmp/evil\"}",
                "{\"gaps\":{\"bss\":\"9..1\"}}",
                "{\"gaps\":{\"bss\":7}}",
                "{\"shuffle\":\"yes\"}",
                "{\"page\":1e99}",
                "[]")) {
            Files.writeString(file, bad);
            assertEquals(
                    "bad-recipe",
                    assertThrows(EngineException.class, () -> RecipeFiles.read(file), bad)
                            .code());
        }
    }

    @Test
    void neverWritesTheSeedOfARecipe() throws Exception {
        Recipe recipe = NEW.createRecipe();
        recipe.setSeed("ab".repeat(32));
        assertTrue(!RecipeFiles.json(recipe).toString().contains("abab"));
    }

    private static LedgerEntry entry() {
        LedgerEntry entry = NEW.createLedgerEntry();
        entry.setKitName("GENERIC");
        entry.setKitDigest("d".repeat(64));
        entry.setKitPath("/kits/GENERIC");
        entry.setArch("amd64");
        Recipe recipe = NEW.createRecipe();
        recipe.setName("Large gaps");
        RecipeSettings.set(recipe, "gaps.text0", "0..65535");
        entry.setRecipe(recipe);
        entry.setAlgorithm("karl-draw-1");
        entry.setSeed("5".repeat(64));
        entry.getHead().add("locore0.o");
        entry.getOrder().addAll(List.of("b.o", "a \"quoted\" \u202e name.o"));
        entry.getTail().add("swapgeneric.o");
        DrawnGaps gaps = NEW.createDrawnGaps();
        gaps.setText0(4096);
        gaps.setBss(48);
        entry.setGaps(gaps);
        entry.setLinker("lld");
        entry.setLinkerVersion("Debian LLD 14.0.6");
        entry.setLinkerPath("/usr/bin/ld.lld");
        entry.getFlags().addAll(List.of("-X", "--warn-common"));
        entry.getDropped().add("-nopie");
        Translation translation = NEW.createTranslation();
        translation.setFrom("-nopie");
        translation.setTo("-no-pie");
        entry.getTranslated().add(translation);
        entry.setKernel("bsd");
        entry.setSha256("e".repeat(64));
        entry.setEndboot("0xffffffff81002000");
        entry.setPlaces("bsd.places");
        entry.setStarted("2026-01-01T00:00:00Z");
        entry.setMillis(123);
        entry.getPhases().add(LedgerFiles.phase("link", 100));
        return entry;
    }
}
