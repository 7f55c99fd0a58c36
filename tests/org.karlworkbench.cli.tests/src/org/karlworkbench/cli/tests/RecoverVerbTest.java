package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
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
        assertEquals(relink.get("order"), found.get("order"));
        for (String gap : relink.getAsJsonObject("gaps").keySet()) {
            long drawn = number(relink, "gaps", gap);
            long least = number(found, "gaps", gap);
            assertTrue(drawn >= least && drawn <= least + number(found, "gapSlack", gap), gap + " " + found);
        }
        assertEquals(relink.get("endboot"), found.get("endboot"));
        assertTrue(found.getAsJsonArray("unplaced").isEmpty());
        assertTrue(found.has("ambiguous") && found.has("reasons") && found.has("gapSlack"));
        JsonObject account =
                Command.run("verify", kernel, "--kit", Command.DEMO, "--json").json(Karl.DONE);
        assertEquals(0, account.get("unexplainedBytes").getAsLong());
        JsonObject replay = Command.run(
                        "replay", found.get("entry").getAsString(), "-o", temp.resolve("again"), "--json")
                .json(Karl.DONE);
        assertEquals(relink.get("sha256"), replay.get("sha256"));
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
