package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.cli.Karl;

/** {@code karl relink}, {@code layout} and {@code diff} on the demo kernel. */
class RelinkVerbTest {
    private static final String SEED = "17".repeat(32);

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld", "builtin"})
    void relinksAndTellsWhatItDid(String linker) throws Exception {
        Path kernel = temp.resolve("bsd");
        JsonObject json = relink(kernel, "--linker", linker).json(Karl.DONE);
        assertEquals(linker, json.get("linker").getAsString());
        assertEquals(SEED, json.get("seed").getAsString());
        byte[] bytes = Files.readAllBytes(kernel);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertEquals(sha256, json.get("sha256").getAsString());
        assertEquals(sha256, json.get("sha256").getAsString());
        long endboot = Long.parseUnsignedLong(json.get("endboot").getAsString().substring(2), 16);
        assertEquals(0, endboot % 4096);
        assertEquals(nm(kernel).get("endboot"), endboot);
        for (Path file : List.of(kernel, Path.of(json.get("entry").getAsString()))) {
            assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
        }
        assertTrue(
                json.getAsJsonArray("dropped").size()
                                + json.getAsJsonArray("translated").size()
                        > 0,
                "-nopie");

        Path again = temp.resolve("again");
        relink(again, "--linker", linker).json(Karl.DONE);
        assertArrayEquals(bytes, Files.readAllBytes(again), "same kit, recipe, seed and linker: same bytes");
    }

    @Test
    void layoutAgreesWithNm() throws Exception {
        Path kernel = temp.resolve("bsd");
        relink(kernel).json(Karl.DONE);
        JsonObject json = Command.run("layout", kernel, "--json").json(Karl.DONE);
        Map<String, Long> nm = nm(kernel);
        Map<String, Long> rows = new HashMap<>();
        List<String> gaps = new ArrayList<>();
        long before = 0;
        for (JsonElement each : json.getAsJsonArray("rows")) {
            JsonObject row = each.getAsJsonObject();
            long address =
                    Long.parseUnsignedLong(row.get("address").getAsString().substring(2), 16);
            assertTrue(Long.compareUnsigned(before, address) <= 0, "sorted by address");
            before = address;
            if (row.get("kind").getAsString().equals("gap")
                    && !row.get("name").getAsString().equals("endboot")) {
                gaps.add(row.get("name").getAsString());
                continue;
            }
            rows.putIfAbsent(row.get("name").getAsString(), address);
        }
        for (String name : List.of("endboot", "kernel_text", "etext", "end")) {
            assertEquals(nm.get(name), rows.get(name), name);
        }
        assertEquals(nm.keySet(), rows.keySet());
        assertEquals(List.of("text0", "text1", "rodata", "data", "bss"), gaps, "by symbol, as by object");
        Command csv = Command.run("layout", kernel, "--by", "object", "--csv");
        assertTrue(csv.out().startsWith("address,size,section,object,name,kind\r\n"), csv.out());
        assertTrue(csv.out().contains(",locore0.o,"), "objects are known from the ledger entry beside it");
    }

    @Test
    void diffTellsRelinksOfOneKitFromOtherKernels() throws Exception {
        Path a = temp.resolve("a");
        Path b = temp.resolve("b");
        relink(a).json(Karl.DONE);
        Command.run("relink", Command.DEMO, "-o", b, "--json").json(Karl.DONE);
        JsonObject same = Command.run("diff", a, b, "--json").json(Karl.DONE);
        assertFalse(same.get("identical").getAsBoolean());
        assertEquals(
                0,
                same.get("symbolsOnlyInA").getAsInt()
                        + same.get("symbolsOnlyInB").getAsInt());
        assertTrue(same.get("symbolsMoved").getAsInt() > 0);
        assertTrue(Command.run("diff", a, a, "--json")
                .json(Karl.DONE)
                .get("identical")
                .getAsBoolean());

        byte[] bytes = Files.readAllBytes(b);
        Path bent = temp.resolve("bent");
        bytes[bytes.length / 2] ^= 1;
        Files.write(bent, bytes);
        assertEquals(
                Karl.NO, Command.run("diff", a, bent).status(), "it has no ledger entry, so nobody vouches for it");
    }

    @Test
    void neverShowsTheSeedUnasked() throws Exception {
        Path kernel = temp.resolve("bsd");
        Path file = temp.resolve("seed");
        Files.writeString(file, SEED + "\n");
        Command command = Command.run("relink", Command.DEMO, "-o", kernel, "--seed-file", file);
        assertEquals(Karl.DONE, command.status(), command.err());
        assertFalse(command.out().contains(SEED) || command.err().contains(SEED));
        Path other = temp.resolve("other");
        relink(other).json(Karl.DONE);
        assertArrayEquals(Files.readAllBytes(kernel), Files.readAllBytes(other), "however the seed is given");
    }

    @Test
    void settingsOverrideEachOtherInOrder() throws Exception {
        Path recipe = temp.resolve("recipe.json");
        Files.writeString(
                recipe, "{\"linker\":\"ld\",\"gaps\":{\"bss\":\"64..64\",\"data\":\"12..12\"},\"shuffle\":false}");
        JsonObject json = relink(
                        temp.resolve("bsd"),
                        "--recipe",
                        recipe,
                        "--set",
                        "gaps.data=28..28",
                        "--gap",
                        "text1=0..0,rodata=0x1c..0x1c")
                .json(Karl.DONE);
        JsonObject gaps = json.getAsJsonObject("gaps");
        assertEquals(64, gaps.get("bss").getAsInt());
        assertEquals(32, gaps.get("data").getAsInt());
        assertEquals(32, gaps.get("rodata").getAsInt());
        assertEquals(0, gaps.get("text1").getAsInt());
        assertEquals("ld", json.get("linker").getAsString());
        JsonObject kit = Command.run("relink", Command.DEMO, "-o", temp.resolve("x"), "--no-shuffle", "--json")
                .json(Karl.DONE);
        assertEquals(kit.get("order"), json.get("order"));
        assertNotEquals(
                kit.get("order"), relink(temp.resolve("y")).json(Karl.DONE).get("order"));
    }

    @Test
    void refusesWhatTheOptionsCannotMean() {
        Path kernel = temp.resolve("bsd");
        for (List<String> words : List.of(
                List.of("--seed", "12"),
                List.of("--seed", SEED, "--seed-file", "x"),
                List.of("--linker", "gold"),
                List.of("--linker", "builtin", "--linker-path", "/usr/bin/ld.lld"),
                List.of("--linker", "/tmp/evil"),
                List.of("--gap", "heap=0..1"),
                List.of("--gap", "text0=5..1"),
                List.of("--gap", "text0=0..99999999999"),
                List.of("--set", "page=1"),
                List.of("--set", "page=4097"),
                List.of("--set", "page=0x1000000"),
                List.of("--set", "pad=trap"),
                List.of("--set", "linker=gold"),
                List.of("--set", "shuffle=maybe"),
                List.of("--set", "gaps.bss=1"),
                List.of("--set", "page"),
                List.of("--gap", "text0=١..٢"),
                List.of("--ledger", ""),
                List.of("--seed-file", ""),
                List.of("--no-shuffle=true"),
                List.of("--set", "linkerPath=/tmp/evil"),
                List.of("--count", "0"),
                List.of("--count", "-3"),
                List.of("--count", "many"))) {
            Command.run(words("relink", Command.DEMO, "-o", kernel, "--json", words))
                    .error(Karl.USAGE);
        }
        Command.run("layout", kernel, "--by", "page", "--json").error(Karl.USAGE);
        assertTrue(Files.notExists(kernel));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"page\":1}",
                "{\"page\":-4096}",
                "{\"page\":\"big\"}",
                "{\"pad\":\"trap\"}",
                "{\"linker\":\"gold\"}",
                "{\"gaps\":{\"heap\":\"0..1\"}}",
                "{\"gaps\":{\"bss\":\"5..1\"}}",
                "{\"pace\":1}",
                "{",
                ""
            })
    void aRecipesFileIsBadInput(String text) throws Exception {
        Path recipe = Files.writeString(temp.resolve("recipe.json"), text);
        JsonObject error = Command.run("relink", Command.DEMO, "-o", temp.resolve("bsd"), "--recipe", recipe, "--json")
                .error(Karl.FAILED);
        assertEquals("bad-recipe", error.get("code").getAsString());
        assertEquals(recipe.toString(), error.get("file").getAsString());
    }

    @Test
    void gapsOfAKitThatNeverHadAny() throws Exception {
        Path source = Files.writeString(temp.resolve("x.s"), ".text\n.globl f\nf: nop\n");
        Path kit = Files.createDirectory(temp.resolve("kit"));
        Command.witness("clang", "--target=powerpc-linux-gnu", "-c", source, "-o", kit.resolve("locore.o"));
        Files.writeString(kit.resolve("Makefile"), "MACHINE=socppc\nOBJS=locore.o\nSYSTEM_HEAD=locore.o\n");
        Path recipe = Files.writeString(temp.resolve("recipe.json"), "{\"gaps\":{\"bss\":\"0..1\"}}");
        Path kernel = temp.resolve("bsd");
        for (String[] asked : new String[][] {{"--gap", "bss=0..1"}, {"--set", "shuffle=true"}}) {
            JsonObject never = Command.run("relink", kit, "-o", kernel, asked[0], asked[1], "--json")
                    .error(Karl.FAILED);
            assertEquals("never-randomized", never.get("code").getAsString());
        }
        JsonObject error = Command.run("relink", kit, "-o", kernel, "--recipe", recipe, "--json")
                .error(Karl.FAILED);
        assertEquals(recipe.toString(), error.get("file").getAsString());
    }

    @Test
    void saysInOneLineWhatIsWrongWithItsInput() throws Exception {
        Command.run("layout", temp.resolve("nothing"), "--json").error(Karl.FAILED);
        Path text = Files.writeString(temp.resolve("text"), "hello");
        Command.run("layout", text, "--json").error(Karl.FAILED);
        Command.run("diff", text, text, "--json").error(Karl.FAILED);
        Path folder = Files.createDirectory(temp.resolve("folder"));
        Command.run("relink", Command.DEMO, "-o", folder, "--json").error(Karl.FAILED);
        Command.run("relink", Command.DEMO, "-o", temp.resolve("no/such/place"), "--json")
                .error(Karl.FAILED);
    }

    @Test
    void neverReplacesTheArchiveThatHoldsTheKit() throws Exception {
        Path tgz = temp.resolve("kernel.tgz");
        Command.witness("tar", "-C", Command.DEMO.getParent(), "-czf", tgz, "demo-amd64");
        byte[] before = Files.readAllBytes(tgz);
        JsonObject error = Command.run("relink", tgz, "-o", tgz, "--json").error(Karl.FAILED);
        assertEquals("bad-target", error.get("code").getAsString());
        assertArrayEquals(before, Files.readAllBytes(tgz));
    }

    private static Object[] words(Object... parts) {
        return Arrays.stream(parts)
                .flatMap(part -> part instanceof List<?> list ? list.stream() : Stream.of(part))
                .toArray();
    }

    private static Command relink(Path kernel, Object... more) {
        return Command.run(words("relink", Command.DEMO, "-o", kernel, "--seed", SEED, "--json", List.of(more)));
    }

    private static Map<String, Long> nm(Path kernel) throws Exception {
        Map<String, Long> symbols = new HashMap<>();
        for (String line : Command.witness("nm", "--defined-only", kernel)) {
            String[] columns = line.split(" ", 3);
            symbols.putIfAbsent(columns[2], Long.parseUnsignedLong(columns[0], 16));
        }
        return symbols;
    }
}
