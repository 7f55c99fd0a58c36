package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.cli.Karl;

/** {@code karl relink --count}: many relinks of one kit in one go. */
class RelinkManyTest {
    private static final String SEED = "a5".repeat(32);

    @TempDir
    Path temp;

    /** The seeds are those of CLI.md, computed here anew, and each alone repeats its relink. */
    @ParameterizedTest
    @ValueSource(strings = {"builtin", "lld"})
    void writesNumberedKernelsThatTheirSeedsRepeat(String linker) throws Exception {
        int count = 5;
        Path kernel = temp.resolve("bsd");
        JsonObject json = Command.run(
                        "relink",
                        Command.DEMO,
                        "-o",
                        kernel,
                        "--seed",
                        SEED,
                        "--linker",
                        linker,
                        "--count",
                        count,
                        "--json")
                .json(Karl.DONE);
        assertTrue(json.get("millis").getAsLong() > 0);
        JsonArray relinks = json.getAsJsonArray("relinks");
        assertEquals(count, relinks.size());
        Set<String> digests = new HashSet<>();
        for (int i = 1; i <= count; i++) {
            JsonObject relink = relinks.get(i - 1).getAsJsonObject();
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(HexFormat.of().parseHex(SEED));
            String seed = HexFormat.of()
                    .formatHex(sha.digest(ByteBuffer.allocate(8).putLong(i).array()));
            assertEquals(seed, relink.get("seed").getAsString());
            Path numbered = temp.resolve("bsd." + i);
            assertEquals(numbered.toString(), relink.get("kernel").getAsString());
            digests.add(relink.get("sha256").getAsString());
            Path alone = temp.resolve("alone");
            Command.run("relink", Command.DEMO, "-o", alone, "--seed", seed, "--linker", linker, "--json")
                    .json(Karl.DONE);
            assertArrayEquals(Files.readAllBytes(alone), Files.readAllBytes(numbered));
        }
        assertEquals(count, digests.size());
        assertTrue(Files.notExists(kernel));
    }

    @Test
    void makesEntriesOnlyWithoutAKernelsName() throws Exception {
        Path ledger = temp.resolve("ledger");
        JsonObject json = Command.run(
                        "relink", Command.DEMO, "--ledger", ledger, "--linker", "builtin", "--count", 7, "--json")
                .json(Karl.DONE);
        for (var each : json.getAsJsonArray("relinks")) {
            JsonObject relink = each.getAsJsonObject();
            assertTrue(relink.get("kernel").isJsonNull());
            assertTrue(Files.isRegularFile(Path.of(relink.get("entry").getAsString())));
        }
        try (Stream<Path> files = Files.list(ledger)) {
            assertEquals(
                    7,
                    files.filter(file -> file.toString().endsWith(".ledger.json"))
                            .count());
        }
    }

    @Test
    void whatCannotBeWrittenIsToldBeforeTheFirst() throws Exception {
        Files.createDirectory(temp.resolve("bsd.3"));
        Command.run("relink", Command.DEMO, "-o", temp.resolve("bsd"), "--linker", "builtin", "--count", 4, "--json")
                .error(Karl.FAILED);
        try (Stream<Path> files = Files.list(temp)) {
            assertEquals(List.of(temp.resolve("bsd.3")), files.toList());
        }
    }

    @Test
    void neitherACountNorATargetCanBeLeftOut() {
        Command.run("relink", Command.DEMO, "--count", "2", "--json").error(Karl.USAGE);
        Command.run("relink", Command.DEMO, "--ledger", temp, "--json").error(Karl.USAGE);
        Command.run("relink", Command.DEMO, "--count", "2", "--unlinked", temp, "--json")
                .error(Karl.USAGE);
    }
}
