package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.cli.Karl;

/** {@code karl diff} with its gadgets and forms: every field that CLI.md names is there. */
@TestInstance(Lifecycle.PER_CLASS)
class DiffVerbTest {
    private static final List<String> FIELDS = List.of(
            "identical",
            "sameOrder",
            "functions",
            "functionsAtSameAddress",
            "symbolsMoved",
            "symbolsOnlyInA",
            "symbolsOnlyInB",
            "adjacenciesKept",
            "adjacenciesExpected",
            "longestRun",
            "kendallTau",
            "pairsInvariant",
            "gapsA",
            "gapsB",
            "fixedBytes",
            "contentUnknown",
            "contentDiffers",
            "added",
            "removed",
            "grown");

    private static final List<String> GADGET_FIELDS = List.of(
            "candidates",
            "intended",
            "unintended",
            "overRelocated",
            "born",
            "lost",
            "survivors",
            "survivorsByChance",
            "contentInCommon",
            "classes",
            "byRegion");

    private Path folder;
    private Path a;
    private Path b;

    @BeforeAll
    void relink(@TempDir Path temporary) {
        folder = temporary;
        a = folder.resolve("a");
        b = folder.resolve("b");
        for (Path kernel : List.of(a, b)) {
            Command.run("relink", Command.DEMO, "-o", kernel, "--json").json(Karl.DONE);
        }
    }

    @Test
    void everyFieldIsThere() {
        JsonObject diff = Command.run("diff", a, b, "--kit", Command.DEMO, "--gadgets", "--json")
                .json(Karl.DONE);
        assertTrue(diff.keySet().containsAll(FIELDS), diff.keySet()::toString);
        JsonObject pairs = diff.getAsJsonObject("pairsInvariant");
        for (String kind : List.of("functionFunction", "functionVariable", "variableVariable")) {
            Set<String> each = pairs.getAsJsonObject(kind).keySet();
            assertTrue(each.containsAll(List.of("kept", "pairs", "expectedByBlocks", "expectedByChance")), kind);
        }
        JsonObject gadgets = diff.getAsJsonObject("gadgets");
        assertTrue(gadgets.keySet().containsAll(GADGET_FIELDS), gadgets.keySet()::toString);
        long all = gadgets.getAsJsonObject("candidates").get("a").getAsLong();
        long intended = gadgets.getAsJsonObject("intended").get("a").getAsLong();
        assertEquals(
                all, intended + gadgets.getAsJsonObject("unintended").get("a").getAsLong());
        long copies = 0;
        for (JsonElement each : gadgets.getAsJsonArray("classes")) {
            copies += each.getAsJsonObject().get("copies").getAsLong();
        }
        assertEquals(all, copies);
        long changes = gadgets.get("born").getAsLong() + gadgets.get("lost").getAsLong();
        assertEquals(changes, gadgets.getAsJsonArray("changes").size());
        assertTrue(gadgets.getAsJsonObject("byRegion").keySet().containsAll(List.of("head", "gap", "body")));
    }

    @Test
    void withoutAskingThereAreNoGadgets() {
        JsonObject diff = Command.run("diff", a, b, "--json").json(Karl.DONE);
        assertFalse(diff.has("gadgets"));
        assertFalse(diff.has("rows"));
        assertTrue(Command.run("diff", a, b, "--gadgets").out().contains("by chance"));
    }

    @Test
    void theReportAndTheRowsHoldEverySymbol() throws Exception {
        Path html = folder.resolve("report.html");
        JsonObject diff =
                Command.run("diff", a, b, "--html", html, "--json", "--rows").json(Karl.DONE);
        assertTrue(Files.readString(html).contains("<svg"));
        int symbols = diff.getAsJsonArray("rows").size();
        assertEquals(
                diff.get("symbolsMoved").getAsInt() + diff.get("symbolsFixed").getAsInt(), symbols);
        Command csv = Command.run("diff", a, b, "--csv");
        assertEquals(Karl.DONE, csv.status());
        assertEquals(symbols + 1, csv.out().lines().count());
        assertEquals(Karl.USAGE, Command.run("diff", a, b, "--csv", "--json").status());
    }

    @Test
    void whatCannotBeComparedIsSaid() throws Exception {
        JsonObject same = Command.run("diff", a, a, "--gadgets", "--json").json(Karl.DONE);
        assertTrue(same.get("identical").getAsBoolean());
        assertTrue(same.getAsJsonObject("gadgets").get("survivorsByChance").isJsonNull());
        JsonObject gone =
                Command.run("diff", a, folder.resolve("gone"), "--json").error(Karl.FAILED);
        assertTrue(gone.get("file").getAsString().endsWith("gone"));
        JsonObject nowhere = Command.run("diff", a, b, "--html", folder.resolve("no/report"), "--json")
                .error(Karl.FAILED);
        assertTrue(nowhere.get("file").getAsString().endsWith("report"));
        Path stripped = folder.resolve("stripped");
        Command.witness("strip", "-o", stripped, a);
        JsonObject bare =
                Command.run("diff", stripped, b, "--gadgets", "--json").json(Karl.NO);
        assertTrue(bare.getAsJsonObject("gadgets").get("intended").isJsonNull());
        assertTrue(bare.getAsJsonObject("gadgets").get("born").isJsonNull());
    }
}
