package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.cli.Karl;

/** The settings of a recipe on the command line: what they do, and who is blamed when they cannot work. */
class RecipeOptionsTest {
    private static final String SEED = "17".repeat(32);

    @TempDir
    Path temp;

    @Test
    void setsEverythingAndRecordsIt() throws Exception {
        JsonObject json = relink(
                        "--set", "pinned=main.o,pool.o",
                        "--set", "neighbours=trap.o,cpu.o;pci.o,pic.o",
                        "--set", "gapAlign.data=64",
                        "--gap", "data=65..65",
                        "--set", "addFlags=-z muldefs,--unresolved-symbols=report-all",
                        "--set", "dropFlags=-X",
                        "--set", "strip=all",
                        "--set", "entry=start",
                        "--set", "textBase=0xffffffff82000000",
                        "--set", "unit=object")
                .json(Karl.DONE);
        List<String> order = Command.texts(json.getAsJsonArray("order"));
        List<String> makefile =
                Command.texts(relink("--no-shuffle").json(Karl.DONE).getAsJsonArray("order"));
        assertEquals(makefile.indexOf("main.o"), order.indexOf("main.o"));
        assertEquals(makefile.indexOf("pool.o"), order.indexOf("pool.o"));
        assertEquals(order.indexOf("trap.o") + 1, order.indexOf("cpu.o"));
        assertEquals(128, json.getAsJsonObject("gaps").get("data").getAsInt());
        List<String> flags = Command.texts(json.getAsJsonArray("flags"));
        assertTrue(flags.containsAll(List.of("-z", "muldefs", "--unresolved-symbols=report-all", "-s")), "" + flags);
        assertTrue(Command.texts(json.getAsJsonArray("dropped")).contains("-X"));
        assertTrue(json.get("endboot").getAsString().startsWith("0xffffffff8200"), "known without symbols");
    }

    @Test
    void theEntryKeepsTheRecipe() throws Exception {
        relink("--set", "neighbours=trap.o,cpu.o", "--set", "strip=locals", "--set", "gapAlign.bss=32")
                .json(Karl.DONE);
        JsonObject entry = JsonParser.parseString(Files.readString(temp.resolve("bsd.ledger.json")))
                .getAsJsonObject();
        JsonObject recipe = entry.getAsJsonObject("recipe");
        assertEquals("[[\"trap.o\",\"cpu.o\"]]", recipe.get("neighbours").toString());
        assertEquals("locals", recipe.get("strip").getAsString());
        assertEquals("object", recipe.get("unit").getAsString());
        assertEquals("{\"bss\":32}", recipe.get("gapAlign").toString());
        assertEquals("0xcccccccc", entry.get("pad").getAsString());
        assertEquals(4096, entry.get("page").getAsInt());
        Path file = Files.writeString(temp.resolve("recipe.json"), recipe.toString());
        String first = relink("--recipe", file.toString())
                .json(Karl.DONE)
                .get("sha256")
                .getAsString();
        assertEquals(entry.get("sha256").getAsString(), first, "an entry's recipe is a recipe");
    }

    @Test
    void takesAnOrderFromALorderFile() throws Exception {
        JsonObject drawn = relink().json(Karl.DONE);
        List<String> order = new ArrayList<>(Command.texts(drawn.getAsJsonArray("order")));
        Path lorder = Files.writeString(temp.resolve("lorder"), String.join("\n", order) + "\n");
        JsonObject again = Command.run("relink", Command.DEMO, "-o", temp.resolve("again"), "--order", lorder, "--json")
                .json(Karl.DONE);
        assertEquals(order, Command.texts(again.getAsJsonArray("order")), "whatever the seed is");
        Files.writeString(lorder, "main.o\n\npool.o\n");
        JsonObject first = relink("--order", lorder.toString()).json(Karl.DONE);
        assertEquals(
                List.of("main.o", "pool.o"),
                Command.texts(first.getAsJsonArray("order")).subList(0, 2));

        Files.writeString(lorder, "main.o\nnosuch.o\n");
        assertBlamed(lorder, "line 2", "--order", lorder.toString());
        Files.writeString(lorder, "main.o\npool.o\nmain.o\n");
        assertBlamed(lorder, "line 3", "--order", lorder.toString());
        Files.write(lorder, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertBlamed(lorder, null, "--order", lorder.toString());
    }

    private void assertBlamed(Path file, String place, String... words) {
        JsonObject error = relink((Object[]) words).error(Karl.FAILED);
        assertEquals(file.toString(), error.get("file").getAsString());
        assertEquals(
                place,
                error.get("place").isJsonNull() ? null : error.get("place").getAsString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unit=section",
                "order=nosuch.o",
                "pinned=locore0.o",
                "neighbours=main.o",
                "gapAlign.text0=4096",
                "gapAlign.data=12",
                "textBase=here",
                "entry=nowhere",
                "addFlags=--plugin x",
                "addFlags=-L ..",
                "dropFlags=-N",
                "strip=most"
            })
    void theUsersOwnWordsAreWrongUsage(String setting) {
        relink("--set", setting).error(Karl.USAGE);
    }

    @Test
    void aFilesSettingIsBadInputUnlessTheUsersWordsReplaceIt() throws Exception {
        Path recipe = Files.writeString(temp.resolve("recipe.json"), "{\"pinned\":[\"nosuch.o\"]}");
        assertBlamed(recipe, "pinned", "--recipe", recipe.toString());
        relink("--recipe", recipe, "--set", "pinned=").json(Karl.DONE);
        relink("--recipe", recipe, "--set", "pinned=locore0.o").error(Karl.USAGE);
        Files.writeString(recipe, "{\"pinned\":[\"main.o\"]}");
        relink("--recipe", recipe, "--set", "order=main.o").error(Karl.USAGE);
    }

    @Test
    void kernelsOfShuffledSectionsAreVerifiedReplayedAndCompared() {
        Path kit = Command.DEMO.resolveSibling("demo-amd64-sections");
        List<Path> kernels = new ArrayList<>();
        for (String seed : List.of(SEED, "18".repeat(32))) {
            Path kernel = temp.resolve("bsd" + seed.substring(0, 2));
            Command.run(
                            "relink",
                            kit,
                            "-o",
                            kernel,
                            "--linker",
                            "builtin",
                            "--set",
                            "unit=section",
                            "--seed",
                            seed,
                            "--json")
                    .json(Karl.DONE);
            JsonObject account =
                    Command.run("verify", kernel, "--kit", kit, "--json").json(Karl.DONE);
            assertEquals(0, account.get("unexplainedBytes").getAsInt());
            Command.run("replay", kernel + ".ledger.json", "-o", temp.resolve("again"), "--json")
                    .json(Karl.DONE);
            kernels.add(kernel);
        }
        JsonObject diff =
                Command.run("diff", kernels.get(0), kernels.get(1), "--json").json(Karl.DONE);
        assertEquals(0, diff.getAsJsonArray("contentDiffers").size());
        assertTrue(diff.get("sameOrder").isJsonNull(), "objects have no order");
    }

    private Command relink(Object... more) {
        List<Object> words =
                new ArrayList<>(List.of("relink", Command.DEMO, "-o", temp.resolve("bsd"), "--seed", SEED, "--json"));
        words.addAll(List.of(more));
        return Command.run(words.toArray());
    }
}
