package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.cli.Karl;

/** {@code karl lab} and {@code karl exposure} on the demo kit. */
class LabVerbTest {
    private static final String SEED = "0".repeat(63) + "5";

    @TempDir
    Path temp;

    @Test
    void aLaboratoryHasAllFields() {
        JsonObject json = Command.run("lab", Command.DEMO, "--count", 200, "--seed", SEED, "--json")
                .json(Karl.DONE);
        assertEquals(200, json.get("layouts").getAsInt());
        assertEquals(Math.log(200) / Math.log(2), json.get("cap").getAsDouble(), 1e-9);
        assertEquals(33.6, json.getAsJsonObject("gapEntropyBits").get("total").getAsDouble(), 0.06);
        JsonObject main = json.getAsJsonArray("symbols").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(each -> each.get("name").getAsString().equals("main"))
                .findFirst()
                .orElseThrow();
        for (String name : List.of("block", "guess1", "guesses50", "minEntropy", "shannon", "shannonCorrected")) {
            assertTrue(main.get(name).isJsonPrimitive(), name);
        }
        double guess1 = main.get("guess1").getAsDouble();
        assertEquals(-Math.log(guess1) / Math.log(2), main.get("minEntropy").getAsDouble(), 1e-9);
        assertTrue(main.getAsJsonObject("perPage").get("guess1").getAsDouble() > guess1);
        assertTrue(main.get("shannon").getAsDouble() <= json.get("cap").getAsDouble() + 1e-9);
        JsonObject section = json.getAsJsonArray("sections").get(0).getAsJsonObject();
        assertTrue(section.has("name") && section.has("contributors") && section.has("starts"));
        JsonObject residue = json.getAsJsonArray("residue").get(0).getAsJsonObject();
        assertTrue(residue.get("guess1").getAsDouble() >= 1.0 / 1024 && residue.has("reason") && residue.has("values"));
    }

    @Test
    void theSameSeedGivesTheSameFigures() {
        JsonObject one = run("--grain", 4096);
        JsonObject two = run("--grain", 4096);
        assertEquals(one.get("symbols"), two.get("symbols"));
        assertEquals(one.get("residue"), two.get("residue"));
    }

    private static JsonObject run(Object... more) {
        return Command.run("lab", Command.DEMO, "--count", 50, "--seed", SEED, "--json", more[0], more[1])
                .json(Karl.DONE);
    }

    @Test
    void reportsAreWritten() throws Exception {
        Path html = temp.resolve("lab.html");
        Path csv = temp.resolve("lab.csv");
        Path save = temp.resolve("lab.json");
        Command run = Command.run(
                "lab", Command.DEMO, "--count", 20, "--html", html, "--csv", csv, "--save", save, "--set", "page=8192");
        assertEquals(Karl.DONE, run.status(), run.err());
        assertTrue(run.out().contains("residue"), run.out());
        assertTrue(Files.readString(html).contains("<svg"));
        assertTrue(Files.readAllLines(csv).size() > 100);
        assertTrue(Files.size(save) > 10_000);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertEquals(Karl.USAGE, Command.run("lab", Command.DEMO).status());
        assertEquals(Karl.USAGE, Command.run("lab", Command.DEMO, "--count", 0).status());
        assertEquals(
                Karl.USAGE,
                Command.run("lab", Command.DEMO, "--count", 9, "--grain", 3).status());
        JsonObject absurd = Command.run("lab", Command.DEMO, "--count", 99_000_000_000L, "--json")
                .error(Karl.USAGE);
        assertTrue(absurd.get("message").getAsString().contains("would take about"), absurd.toString());
        Path alpha = Command.DEMO.resolveSibling("cross-alpha");
        JsonObject other = Command.run("lab", alpha, "--count", 9, "--json").error(Karl.FAILED);
        assertEquals("unlinkable", other.get("code").getAsString());
    }

    @Test
    void anExposureHasAllFields() {
        JsonObject json = Command.run("exposure", Command.DEMO, "--leak", "main", "--json")
                .json(Karl.DONE);
        JsonObject kit = Command.run("kit", Command.DEMO, "--json").json(Karl.DONE);
        assertEquals(kit.get("functions").getAsLong(), json.get("functions").getAsLong());
        for (String name : List.of("entryPoints", "blocks", "meanExposure", "effectiveObjects")) {
            assertTrue(json.get(name).isJsonPrimitive(), name);
        }
        assertTrue(json.get("byBytes").isJsonObject());
        assertTrue(json.get("headDiscloses").getAsJsonArray().size() > 0);
        assertTrue(json.get("known").getAsJsonArray().size() > 1);
        assertTrue(json.get("bounded").getAsJsonArray().size() > 10);
        assertEquals(
                Karl.USAGE,
                Command.run("exposure", Command.DEMO, "--model", "page").status());
        assertEquals(
                Karl.USAGE,
                Command.run("exposure", Command.DEMO, "--defence", "hope").status());
    }

    @Test
    void aKernelsKitIsFoundByItsEntry() {
        Path kernel = temp.resolve("bsd");
        assertEquals(
                Karl.DONE,
                Command.run("relink", Command.DEMO, "-o", kernel, "--linker", "builtin")
                        .status());
        JsonObject json = Command.run("exposure", kernel, "--leak", "main", "--model", "pagecontent", "--json")
                .json(Karl.DONE);
        assertTrue(json.get("known").getAsJsonArray().size() > 1);
        JsonObject sections = Command.run(
                        "exposure",
                        Command.DEMO.resolveSibling("demo-amd64-sections"),
                        "--defence",
                        "sections",
                        "--json")
                .json(Karl.DONE);
        JsonObject karl = Command.run("exposure", Command.DEMO.resolveSibling("demo-amd64-sections"), "--json")
                .json(Karl.DONE);
        assertTrue(effective(sections) > 2 * effective(karl), sections + " and " + karl);
    }

    private static double effective(JsonObject exposure) {
        return exposure.getAsJsonObject("byBytes").get("effectiveObjects").getAsDouble();
    }
}
