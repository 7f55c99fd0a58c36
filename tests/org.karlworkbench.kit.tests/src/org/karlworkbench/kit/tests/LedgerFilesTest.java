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
        for (int length = 0; length < whole.length - 2; length++) {
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

    /** One bit of each byte, and each byte as another: an entry or one clear line, never another exception. */
    @Test
    void survivesEveryFlippedByte() throws Exception {
        Path file = folder.resolve("entry.json");
        LedgerFiles.write(file, entry());
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            for (int bit : new int[] {1 << i % 8, 0xff, whole[i] ^ '9', whole[i] ^ '"', whole[i]}) {
                byte[] bent = whole.clone();
                bent[i] ^= (byte) bit;
                Files.write(file, bent);
                try {
                    LedgerFiles.read(file);
                } catch (EngineException e) {
                    assertTrue(e.line().startsWith(file.toString()), e.line());
                    assertEquals(1, e.line().lines().count());
                }
            }
        }
    }

    @Test
    void survivesEveryCutAndFlippedByteOfARecipe() throws Exception {
        Path file = folder.resolve("recipe.json");
        Recipe recipe = NEW.createRecipe();
        RecipeSettings.set(recipe, "neighbours", "a.o,b.o;c.o,d.o");
        RecipeSettings.set(recipe, "gapAlign.data", "64");
        RecipeSettings.set(recipe, "gaps.data", "1..2");
        RecipeSettings.set(recipe, "addFlags", "-z muldefs");
        byte[] whole = RecipeFiles.json(recipe).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (int i = 0; i < whole.length; i++) {
            Files.write(file, Arrays.copyOf(whole, i));
            assertThrows(EngineException.class, () -> RecipeFiles.read(file));
            for (int bit = 1; bit < 256; bit <<= 1) {
                byte[] bent = whole.clone();
                bent[i] ^= (byte) bit;
                Files.write(file, bent);
                try {
                    RecipeFiles.read(file);
                } catch (EngineException e) {
                    assertTrue(e.line().startsWith(file.toString()), e.line());
                }
            }
        }
    }

    @Test
    void readsEntriesOfOtherVersionsAsFarAsTheyGo() throws Exception {
        Path file = folder.resolve("entry.json");
        LedgerFiles.write(file, entry());
        String text = Files.readString(file);
        String future = text.replace("\"recipe\": {", "\"more\": {\"a\": []}, \"recipe\": {\"mood\": 1,");
        Files.writeString(file, future);
        assertTrue(EcoreUtil.equals(entry(), LedgerFiles.read(file)), "fields that are not known are ignored");
        Files.writeString(
                file,
                "{\"schemaVersion\":1,\"kitDigest\":\"d\",\"arch\":\"amd64\",\"algorithm\":\"karl-draw-1\","
                        + "\"seed\":\"5\",\"linker\":\"ld\",\"sha256\":\"e\"}");
        LedgerEntry bare = LedgerFiles.read(file);
        assertEquals("debug", bare.getRecipe().getStrip());
        assertEquals("object", bare.getRecipe().getUnit());
        assertTrue(bare.getRecipe().isShuffle());
        assertEquals(null, bare.getPad());
        for (String version : List.of("0", "-1", "null", "1.5")) {
            Files.writeString(file, text.replace("\"schemaVersion\": 1", "\"schemaVersion\": " + version));
            assertThrows(EngineException.class, () -> LedgerFiles.read(file), version);
        }
    }

    @Test
    void refusesEntriesFromTheFutureAndDeepNesting() throws Exception {
        Path file = folder.resolve("entry.json");
        LedgerFiles.write(file, entry());
        String text = Files.readString(file);
        Files.writeString(file, text.replace("\"schemaVersion\": 1", "\"schemaVersion\": 2"));
        EngineException future = assertThrows(EngineException.class, () -> LedgerFiles.read(file));
        assertEquals("schemaVersion", future.place());
        assertEquals("use a newer karl", future.cure());
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
        entry.setPad("0xcccccccc");
        entry.setPage(4096);
        entry.setKitFolder("GENERIC");
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
        entry.setNote("the one that boots");
        entry.setPinned(true);
        return entry;
    }
}
