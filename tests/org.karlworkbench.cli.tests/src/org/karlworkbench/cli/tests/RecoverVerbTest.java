package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.cli.Karl;

/** {@code karl recover} and {@code karl verify} of a kernel whose ledger entry is gone. */
class RecoverVerbTest {
    @TempDir
    Path temp;

    @Test
    void theDrawOfARelinkIsFound() throws Exception {
        Path kernel = temp.resolve("bsd");
        JsonObject relink =
                Command.run("relink", Command.DEMO, "-o", kernel, "--json").json(Karl.DONE);
        Files.delete(temp.resolve("bsd.ledger.json"));
        Files.delete(temp.resolve("bsd.places"));
        JsonObject found = Command.run(
                        "recover", kernel, "--kit", Command.DEMO, "--ledger", temp.resolve("found"), "--json")
                .json(Karl.DONE);
        List<String> either = Command.texts(found.getAsJsonArray("ambiguous"));
        assertTrue(either.size() <= 1, found.toString());
        assertEquals(order(relink, either), order(found, either), found.toString());
        for (String gap : relink.getAsJsonObject("gaps").keySet()) {
            long drawn = number(relink, "gaps", gap);
            long least = number(found, "gaps", gap);
            assertTrue(drawn >= least && drawn <= least + number(found, "gapSlack", gap), gap + " " + found);
        }
        assertEquals(relink.get("endboot"), found.get("endboot"));
        assertTrue(found.getAsJsonArray("unplaced").isEmpty());
        assertTrue(found.has("reasons") && found.has("gapSlack"));
        JsonObject account =
                Command.run("verify", kernel, "--kit", Command.DEMO, "--json").json(Karl.DONE);
        assertEquals(0, account.get("unexplainedBytes").getAsLong());
        JsonObject replay = Command.run(
                        "replay", found.get("entry").getAsString(), "-o", temp.resolve("again"), "--json")
                .json(Karl.DONE);
        assertTrue(!either.isEmpty() || relink.get("sha256").equals(replay.get("sha256")), found.toString());
    }

    /** Beside an object with nothing but constants, one without any may stand on either side. */
    private static List<String> order(JsonObject json, List<String> either) {
        return Command.texts(json.getAsJsonArray("order")).stream()
                .filter(each -> !either.contains(each))
                .toList();
    }

    private static long number(JsonObject json, String of, String name) {
        return json.getAsJsonObject(of).get(name).getAsLong();
    }

    @Test
    void wrongUseAndWrongFilesAreTold() throws Exception {
        assertEquals(Karl.USAGE, Command.run("recover", temp.resolve("bsd")).status());
        Path file = Files.writeString(temp.resolve("bsd"), "no kernel");
        JsonObject error =
                Command.run("recover", file, "--kit", Command.DEMO, "--json").error(Karl.FAILED);
        assertEquals(file.toString(), error.get("file").getAsString());
    }
}
