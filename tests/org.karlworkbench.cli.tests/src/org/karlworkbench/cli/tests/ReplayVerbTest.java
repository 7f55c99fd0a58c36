package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.cli.Karl;

/** {@code karl replay}: the same bytes, or what differs; and entries that are damaged, moved or from the future. */
class ReplayVerbTest {
    @TempDir
    Path temp;

    @Test
    void repeatsARelinkOfAFolderAndOfAnArchive() throws Exception {
        Path tar = temp.resolve("kits.tar");
        Path kits = Command.DEMO.getParent();
        Command.witness("tar", "-C", kits, "-cf", tar, "demo-amd64", "demo-amd64-debug");
        for (List<?> kit : List.of(List.of(Command.DEMO), List.of(tar, "--name", "demo-amd64"))) {
            Path kernel = temp.resolve("bsd");
            Path again = temp.resolve("again");
            Object[] words = {"relink", "-o", kernel, "--set", "strip=locals", "--json"};
            Object[] all = Arrays.copyOf(words, words.length + kit.size());
            System.arraycopy(kit.toArray(), 0, all, words.length, kit.size());
            JsonObject relinked = Command.run(all).json(Karl.DONE);
            JsonObject json = Command.run("replay", relinked.get("entry").getAsString(), "-o", again, "--json")
                    .json(Karl.DONE);
            assertTrue(json.get("identical").getAsBoolean());
            assertEquals(0, json.getAsJsonArray("differs").size());
            assertEquals(relinked.get("sha256"), json.get("sha256"));
            assertArrayEquals(Files.readAllBytes(kernel), Files.readAllBytes(again));
        }
    }

    @Test
    void repeatsAnEntryThatWasMadeInALedger() throws Exception {
        JsonObject relinked = Command.run(
                        "relink", Command.DEMO, "-o", temp.resolve("bsd"), "--ledger", temp.resolve("ledger"), "--json")
                .json(Karl.DONE);
        Path moved = Files.move(temp.resolve("ledger"), temp.resolve("moved"));
        Path entry = moved.resolve(Path.of(relinked.get("entry").getAsString()).getFileName());
        JsonObject json = Command.run("replay", entry, "-o", temp.resolve("again"), "--json")
                .json(Karl.DONE);
        assertEquals(relinked.get("sha256"), json.get("sha256"));
    }

    @Test
    void namesTheEntryToWhoGivesTheKernel() throws Exception {
        Path entry = entry();
        Path kernel = entry.resolveSibling(entry.getFileName().toString().replace(".ledger.json", ""));
        JsonObject error = Command.run("replay", kernel, "-o", temp.resolve("again"), "--json")
                .error(Karl.FAILED);
        assertEquals("bad-ledger", error.get("code").getAsString());
        assertEquals("name its entry: " + entry, error.get("cure").getAsString());
    }

    @Test
    void saysNoWhenTheBytesDiffer() throws Exception {
        Path entry = entry();
        JsonObject json = Command.run("replay", entry, "-o", temp.resolve("again"), "--kit", debugKit(), "--json")
                .json(Karl.DONE);
        assertTrue(json.get("identical").getAsBoolean(), "debug sections are no part of the kernel");
        String text = Files.readString(entry);
        Files.writeString(entry, text.replaceFirst("\"bss\": \\d+", "\"bss\": 8000"));
        JsonObject other = Command.run("replay", entry, "-o", temp.resolve("again"), "--json")
                .json(Karl.NO);
        assertFalse(other.get("identical").getAsBoolean());
        assertEquals(1, other.getAsJsonArray("differs").size());
        assertTrue(
                Command.run("replay", entry, "-o", temp.resolve("again")).out().contains("bytes     differ"));
    }

    private static Path debugKit() {
        return Command.DEMO.resolveSibling("demo-amd64-debug");
    }

    @Test
    void refusesAnEntryFromTheFuture() throws Exception {
        Path entry = entry();
        Files.writeString(entry, Files.readString(entry).replace("\"schemaVersion\": 1", "\"schemaVersion\": 7"));
        JsonObject error = Command.run("replay", entry, "-o", temp.resolve("again"), "--json")
                .error(Karl.FAILED);
        assertEquals("use a newer karl", error.get("cure").getAsString());
        assertEquals("schemaVersion", error.get("place").getAsString());
    }

    @Test
    void oneClearLineForADamagedEntry() throws Exception {
        Path entry = entry();
        byte[] whole = Files.readAllBytes(entry);
        for (int length = 0; length < whole.length - 2; length += 61) {
            Files.write(entry, Arrays.copyOf(whole, length));
            JsonObject error = Command.run("replay", entry, "-o", temp.resolve("again"), "--json")
                    .error(Karl.FAILED);
            assertEquals(entry.toString(), error.get("file").getAsString());
        }
        Command.run("replay", temp.resolve("nosuch"), "-o", temp.resolve("again"), "--json")
                .error(Karl.FAILED);
        Command.run("replay", temp, "-o", temp.resolve("again"), "--json").error(Karl.FAILED);
        Command.run("replay", entry, "--json").error(Karl.USAGE);
        Command.run("replay", entry, "-o", temp.resolve("x"), "--name", "x", "--json")
                .error(Karl.USAGE);
        assertFalse(Files.exists(temp.resolve("again")));
    }

    private Path entry() {
        JsonObject json = Command.run("relink", Command.DEMO, "-o", temp.resolve("bsd"), "--gap", "bss=0..64", "--json")
                .json(Karl.DONE);
        return Path.of(json.get("entry").getAsString());
    }
}
