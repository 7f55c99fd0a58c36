package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.cli.Karl;

/** {@code karl arch} and {@code karl kit}, with readelf and nm as witnesses. */
class KitVerbTest {
    @TempDir
    Path temp;

    @Test
    void listsSixteenArchitectures() {
        JsonObject json = Command.run("arch", "--json").json(Karl.DONE);
        assertEquals(16, json.getAsJsonArray("architectures").size());
        JsonObject amd64 = named(json, "amd64");
        assertEquals("0xcccccccc", amd64.get("pad").getAsString());
        assertEquals(4096, amd64.get("page").getAsInt());
        assertEquals("unmap", amd64.get("startup").getAsString());
        List<JsonElement> linkers = amd64.getAsJsonArray("linkers").asList();
        JsonObject builtIn = linkers.getLast().getAsJsonObject();
        assertEquals("builtin", builtIn.get("name").getAsString());
        assertTrue(builtIn.get("version").getAsString().contains("built-in linker"), builtIn.toString());
        assertTrue(builtIn.get("path").isJsonNull() && builtIn.get("package").isJsonNull(), builtIn.toString());
        assertTrue(Command.run("arch").out().lines().anyMatch(line -> line.matches("amd64 .*ld, lld, builtin .*")));
        for (JsonElement each : linkers.subList(0, linkers.size() - 1)) {
            JsonObject linker = each.getAsJsonObject();
            assertTrue(Files.isExecutable(Path.of(linker.get("path").getAsString())), linker.toString());
            assertTrue(linker.get("version").isJsonNull(), "nobody asked for it");
        }
        assertEquals(0, named(json, "luna88k").getAsJsonArray("linkers").size());
        assertTrue(named(json, "socppc").get("pad").isJsonNull());
        for (String name : List.of("amd64", "armv7", "riscv64", "sgi", "sparc64")) {
            assertTrue(hasBuiltIn(named(json, name)), name);
        }
        assertFalse(hasBuiltIn(named(json, "alpha")));
    }

    private static boolean hasBuiltIn(JsonObject architecture) {
        return architecture.getAsJsonArray("linkers").asList().stream()
                .anyMatch(
                        each -> each.getAsJsonObject().get("name").getAsString().equals("builtin"));
    }

    @Test
    void asksTheLinkersForTheirVersions() {
        JsonObject json = Command.run("arch", "--json", "--probe").json(Karl.DONE);
        List<String> versions = named(json, "amd64").getAsJsonArray("linkers").asList().stream()
                .map(each -> each.getAsJsonObject().get("version").getAsString())
                .toList();
        assertTrue(versions.get(0).contains("GNU ld"), versions.toString());
        assertTrue(versions.get(1).contains("LLD"), versions.toString());
    }

    /** LINKERS.md section 2: lld 14 refuses riscv64 objects that were compiled to be relaxed; GNU ld takes them. */
    @Test
    void tellsWhatTheLinkersCanDo() {
        JsonObject json = Command.run("arch", "--json", "--probe").json(Karl.DONE);
        for (JsonElement each :
                named(json, "riscv64").getAsJsonArray("linkers").asList().subList(0, 2)) {
            JsonObject linker = each.getAsJsonObject();
            assertTrue(linker.get("links").getAsBoolean());
            assertEquals(
                    linker.get("name").getAsString().equals("ld"),
                    linker.get("relaxes").getAsBoolean());
        }
    }

    private static JsonObject named(JsonObject json, String name) {
        return json.getAsJsonArray("architectures").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(each -> each.get("name").getAsString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsWhatReadelfCounts() throws Exception {
        JsonObject json = Command.run("kit", Command.DEMO, "--json").json(Karl.DONE);
        assertEquals("amd64", json.get("arch").getAsString());
        assertEquals(List.of("locore0.o", "gap.o"), Command.texts(json.getAsJsonArray("head")));
        assertEquals(List.of("swapgeneric.o"), Command.texts(json.getAsJsonArray("tail")));
        for (JsonElement finding : json.getAsJsonArray("findings")) {
            assertEquals("info", finding.getAsJsonObject().get("severity").getAsString(), finding.toString());
            assertFalse(finding.getAsJsonObject().get("why").getAsString().isBlank(), finding.toString());
        }

        Set<String> functions = new HashSet<>();
        long symbols = 0;
        long text = 0;
        int objects = 0;
        for (Path object : objects()) {
            objects++;
            for (String line : Command.witness("readelf", "-sW", object)) {
                String[] columns = line.strip().split("\\s+");
                if (columns.length < 8
                        || !columns[0].endsWith(":")
                        || columns[6].equals("UND")
                        || columns[0].equals("Num:")) {
                    continue;
                }
                boolean counted = !columns[3].equals("SECTION") && !columns[3].equals("FILE");
                symbols += counted ? 1 : 0;
                if (columns[3].equals("FUNC") && !columns[2].equals("0")) {
                    functions.add(object + columns[6] + columns[1]);
                }
            }
            for (String line : Command.witness("readelf", "-SW", object)) {
                String[] columns = line.replaceFirst("\\[ *\\d+]", "").strip().split("\\s+");
                if (columns.length > 6 && columns[6].contains("X") && columns[6].contains("A")) {
                    text += Long.parseLong(columns[4], 16);
                }
            }
        }
        assertEquals(objects, json.get("objects").getAsInt());
        assertEquals(functions.size(), json.get("functions").getAsInt());
        assertEquals(symbols, json.get("symbols").getAsLong());
        assertEquals(text, json.get("textBytes").getAsLong());
    }

    @Test
    void namesTheLocalFunctionsThatReadelfFindsTwice() throws Exception {
        Map<String, Set<Path>> users = new HashMap<>();
        for (Path object : objects()) {
            for (String line : Command.witness("readelf", "-sW", object)) {
                String[] columns = line.strip().split("\\s+");
                boolean local = columns.length == 8 && columns[3].equals("FUNC") && columns[4].equals("LOCAL");
                if (local && !columns[2].equals("0") && columns[6].matches("\\d+")) {
                    users.computeIfAbsent(columns[7], _ -> new HashSet<>()).add(object);
                }
            }
        }
        users.values().removeIf(objects -> objects.size() == 1);
        String findings = Command.run("kit", Command.DEMO, "--json")
                .json(Karl.DONE)
                .get("findings")
                .toString();
        String said = users.size() + (users.size() == 1 ? " name of" : " names of") + " local functions";
        assertEquals(!users.isEmpty(), findings.contains(said), findings);
        assertEquals(!users.isEmpty(), findings.contains("same-local-name"), findings);
    }

    private static List<Path> objects() throws Exception {
        try (var files = Files.list(Command.DEMO)) {
            return files.filter(each -> each.toString().endsWith(".o"))
                    .filter(each -> !each.endsWith("gap.o") && !each.endsWith("gapdummy.o"))
                    .toList();
        }
    }

    @Test
    void archivesAndFoldersOfOneKitHaveOneDigest() throws Exception {
        String digest = digest(Command.run("kit", Command.DEMO, "--json"));
        Path tgz = temp.resolve("kernel.tgz");
        Command.witness("tar", "-C", Command.DEMO.getParent(), "-czf", tgz, "demo-amd64");
        assertEquals(digest, digest(Command.run("kit", tgz, "--json")));
        Path xz = temp.resolve("kit.tar.xz");
        Command.witness("tar", "-C", Command.DEMO, "-cJf", xz, ".");
        assertEquals(digest, digest(Command.run("kit", xz, "--json")));
    }

    @Test
    void asksWhichOfSeveralKitsIsMeant() throws Exception {
        Path both = Files.createDirectory(temp.resolve("both"));
        Command.witness("cp", "-r", Command.DEMO, both.resolve("GENERIC"));
        Command.witness("cp", "-r", Command.DEMO, both.resolve("GENERIC.MP"));
        Path tgz = temp.resolve("kernel.tgz");
        Command.witness("tar", "-C", both, "-czf", tgz, "GENERIC", "GENERIC.MP");
        Command asked = Command.run("kit", tgz, "--json");
        assertTrue(asked.error(Karl.USAGE).get("message").getAsString().contains("GENERIC.MP"), asked.err());
        assertEquals(
                digest(Command.run("kit", Command.DEMO, "--json")),
                digest(Command.run("kit", tgz, "--name", "GENERIC.MP", "--json")));
        Command.run("kit", tgz, "--name", "RAMDISK", "--json").error(Karl.USAGE);
    }

    private static String digest(Command command) {
        return command.json(Karl.DONE).get("digest").getAsString();
    }

    @Test
    void saysNoWhenAFindingIsAnError() throws Exception {
        Path kit = temp.resolve("kit");
        Command.witness("cp", "-r", Command.DEMO, kit);
        Files.delete(kit.resolve("vers.o"));
        JsonObject json = Command.run("kit", kit, "--json").json(Karl.NO);
        JsonObject finding = json.getAsJsonArray("findings").get(0).getAsJsonObject();
        assertEquals("error", finding.get("severity").getAsString());
        assertEquals("missing-object", finding.get("code").getAsString());
        assertEquals("vers.o", finding.get("object").getAsString());
        assertEquals(
                "kit-errors",
                Command.run("relink", kit, "-o", temp.resolve("bsd"), "--json")
                        .error(Karl.FAILED)
                        .get("code")
                        .getAsString());
        assertTrue(Files.notExists(temp.resolve("bsd")));
    }

    @Test
    void checksAllOrdersWhenAsked() {
        JsonArray plain =
                Command.run("kit", Command.DEMO, "--json").json(Karl.DONE).getAsJsonArray("findings");
        JsonArray orders = Command.run("kit", Command.DEMO, "--orders", "--json")
                .json(Karl.DONE)
                .getAsJsonArray("findings");
        assertTrue(orders.size() > plain.size(), orders.toString());
        assertTrue(orders.toString().contains("\"code\":\"reach\""), orders.toString());
    }

    @Test
    void refusesBadUsageInWords() {
        assertEquals(Karl.USAGE, Command.run().status());
        assertEquals(Karl.USAGE, Command.run("relinc").status());
        assertEquals(Karl.USAGE, Command.run("kit").status());
        Command.run("kit", Command.DEMO, "--orders=yes", "--json").error(Karl.USAGE);
        assertEquals(Karl.DONE, Command.run("--help").status());
        for (String verb : List.of("arch", "kit", "relink", "layout", "diff")) {
            Command help = Command.run(verb, "--help");
            assertEquals(Karl.DONE, help.status());
            assertTrue(help.out().contains("Usage: karl " + verb), help.out());
        }
        Command.run("kit", temp.resolve("nothing"), "--json").error(Karl.FAILED);
        for (List<String> words :
                List.of(List.of("--json", ""), List.of("--json=true", "x"), List.of("--json", "--", "x", "y"))) {
            assertEquals(Karl.USAGE, Command.run(words("kit", words)).status(), words.toString());
        }
    }

    private static Object[] words(String verb, List<String> more) {
        return Stream.concat(Stream.of(verb), more.stream()).toArray();
    }

    @Test
    void wordsThatBeginWithAnAtSignAreNamesAndNotRead() throws Exception {
        Path secret = Files.writeString(temp.resolve("secret"), "not for the terminal");
        JsonObject error = Command.run("kit", "@" + secret, "--json").error(Karl.FAILED);
        assertEquals("@" + secret, error.get("file").getAsString());
        Command folder = Command.run("kit", "--", "--json");
        assertEquals(Karl.FAILED, folder.status());
        assertEquals("", folder.out(), "here --json is a name");
    }

    @Test
    void anObjectThatIsCutIsToldOnceWithItsCure() throws Exception {
        Path kit = temp.resolve("kit");
        Command.witness("cp", "-r", Command.DEMO, kit);
        Files.write(kit.resolve("vers.o"), new byte[0]);
        JsonObject error =
                Command.run("relink", kit, "-o", temp.resolve("bsd"), "--json").error(Karl.FAILED);
        assertEquals(
                kit.toRealPath().resolve("vers.o").toString(), error.get("file").getAsString());
        assertTrue(!error.get("message").getAsString().contains("vers.o"), error.toString());
        assertEquals("name an ELF file", error.get("cure").getAsString());
    }
}
