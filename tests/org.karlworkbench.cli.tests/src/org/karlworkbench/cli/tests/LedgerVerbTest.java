package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.cli.Karl;

/** {@code karl ledger}: lists, checks, notes, pins and takes away; a seed is shown only to who asks. */
class LedgerVerbTest {
    @TempDir
    Path temp;

    @BeforeEach
    void threeRelinks() {
        Command.run("relink", Command.DEMO, "-o", temp.resolve("bsd"), "--linker", "builtin", "--count", 3, "--json")
                .json(Karl.DONE);
    }

    private static List<JsonObject> entries(Object... words) {
        return answer(Karl.DONE, words);
    }

    private static List<JsonObject> answer(int status, Object... words) {
        return Command.run(words).json(status).getAsJsonArray("entries").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    @Test
    void listsWithoutSecretsUnlessAsked() throws Exception {
        List<JsonObject> entries = entries("ledger", "list", temp, "--json");
        assertEquals(3, entries.size());
        for (JsonObject entry : entries) {
            Path kernel = Path.of(entry.get("kernel").getAsString());
            String sha256 = Command.witness("sha256sum", kernel).getFirst().substring(0, 64);
            assertEquals(sha256, entry.get("sha256").getAsString());
            assertEquals(Files.size(kernel), entry.get("kernelBytes").getAsLong());
            assertEquals("same", entry.get("kernelState").getAsString());
            assertFalse(entry.has("seed") || entry.has("order"), entry.toString());
        }
        List<String> seeds = entries("ledger", "list", temp, "--seeds", "--json").stream()
                .map(entry -> entry.get("seed").getAsString())
                .toList();
        String shown = Command.run("ledger", "list", temp).out();
        String asked = Command.run("ledger", "list", temp, "--seeds").out();
        for (String seed : seeds) {
            assertTrue(seed.matches("[0-9a-f]{64}") && asked.contains(seed) && !shown.contains(seed), shown);
        }
    }

    @Test
    void saysNoForAnUnreadableEntryAndForAChangedKernel() throws Exception {
        Command.run("ledger", "verify", temp, "--json").json(Karl.DONE);
        Files.writeString(temp.resolve("bsd.1"), "other");
        entries("ledger", "list", temp, "--json");
        List<JsonObject> entries = answer(Karl.NO, "ledger", "verify", temp, "--json");
        assertEquals(
                1,
                entries.stream()
                        .filter(entry -> !entry.getAsJsonArray("problems").isEmpty())
                        .count());
        assertTrue(Command.run("ledger", "verify", temp).out().contains("problem: " + temp.resolve("bsd.1")));
        Files.writeString(temp.resolve("cut.ledger.json"), "{");
        JsonObject cut = answer(Karl.NO, "ledger", "list", temp, "--json").stream()
                .filter(entry -> !entry.get("error").isJsonNull())
                .findFirst()
                .orElseThrow();
        assertEquals("bad-ledger", cut.getAsJsonObject("error").get("code").getAsString());
        assertTrue(Command.run("ledger", "list", temp).out().contains("unreadable"));
    }

    @Test
    void notesPinsDeletesAndCleans() {
        assertEquals(
                "it boots",
                entries("ledger", "note", temp, "bsd.1", "it boots", "--json")
                        .getFirst()
                        .get("note")
                        .getAsString());
        Path entry = temp.resolve("bsd.1.ledger.json");
        assertTrue(entries("ledger", "pin", temp, entry, "--json")
                .getFirst()
                .get("pinned")
                .getAsBoolean());
        JsonObject error = Command.run("ledger", "delete", temp, "bsd.2", "bsd.1", "--json")
                .error(Karl.FAILED);
        assertEquals("pinned", error.get("code").getAsString());
        assertTrue(Files.exists(temp.resolve("bsd.2")), "when one may not go, none goes");
        JsonObject dry = Command.run("ledger", "clean", temp, "--keep", 0, "--dry-run", "--json")
                .json(Karl.DONE);
        assertEquals(2, dry.getAsJsonArray("entries").size());
        assertTrue(Files.exists(temp.resolve("bsd.2")));
        JsonObject wet =
                Command.run("ledger", "clean", temp, "--keep", 0, "--json").json(Karl.DONE);
        assertEquals(dry.get("bytes"), wet.get("bytes"));
        assertEquals(1, entries("ledger", "list", temp, "--json").size());
        entries("ledger", "unpin", temp, "bsd.1", "--json");
        assertTrue(Command.run("ledger", "delete", temp, "bsd.1").out().endsWith("bytes freed\n"));
        assertEquals(List.of(), entries("ledger", "list", temp, "--json"));
    }

    @Test
    void refusesWhatMakesNoSense() {
        Command.run("ledger", "--json").error(Karl.USAGE);
        Command.run("ledger", "list", "--json").error(Karl.USAGE);
        Command.run("ledger", "clean", temp, "--json").error(Karl.USAGE);
        Command.run("ledger", "clean", temp, "--keep", -1, "--json").error(Karl.USAGE);
        Command.run("ledger", "clean", temp, "--keep", 1, "--older-than", -1, "--json")
                .error(Karl.USAGE);
        Command.run("ledger", "delete", temp, "--json").error(Karl.USAGE);
        Command.run("ledger", "list", temp.resolve("nosuch"), "--json").error(Karl.FAILED);
        Command.run("ledger", "pin", temp, "../bsd.1", "--json").error(Karl.FAILED);
        assertEquals(Karl.DONE, Command.run("ledger", "clean", "--help").status());
    }
}
