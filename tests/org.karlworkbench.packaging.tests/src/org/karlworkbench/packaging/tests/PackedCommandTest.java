package org.karlworkbench.packaging.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a tarball: unpacked into an empty folder, started by someone whose home is empty. */
class PackedCommandTest {
    @TempDir
    private Path temp;

    private Path home;
    private Path folder;
    private Path karl;

    @BeforeEach
    void unpack() throws Exception {
        home = Files.createDirectory(temp.resolve("home"));
        Path packed = Program.built("releng/org.karlworkbench.command/target", "karl-*.tar.gz");
        Path place = Files.createDirectory(temp.resolve("a folder"));
        Program tar = Program.run(temp, Program.login(home), List.of("tar", "-xzf", packed, "-C", place));
        assertEquals(0, tar.status(), tar.err());
        folder = place.resolve(packed.getFileName().toString().replace(".tar.gz", ""));
        karl = folder.resolve("bin/karl");
    }

    private Program karl(Object... words) throws Exception {
        return karl(Program.login(home, "JAVA_HOME", Program.JAVA_HOME.toString()), words);
    }

    private Program karl(Map<String, String> environment, Object... words) throws Exception {
        List<Object> command = new ArrayList<>(List.of(karl));
        command.addAll(List.of(words));
        return Program.run(temp, environment, command);
    }

    private static JsonObject json(Program program) {
        assertEquals(0, program.status(), program.toString());
        return JsonParser.parseString(program.out()).getAsJsonObject();
    }

    @Test
    void relinksAndVerifies() throws Exception {
        assertEquals(
                16, json(karl("arch", "--json")).getAsJsonArray("architectures").size());
        assertEquals(
                "amd64", json(karl("kit", Program.DEMO, "--json")).get("arch").getAsString());
        Path kernel = temp.resolve("bsd");
        for (String linker : List.of("lld", "builtin")) {
            JsonObject relink = json(karl("relink", Program.DEMO, "-o", kernel, "--linker", linker, "--json"));
            assertEquals(linker, relink.get("linker").getAsString());
            JsonObject verify = json(karl("verify", kernel, "--kit", Program.DEMO, "--json"));
            assertEquals(0, verify.get("unexplainedBytes").getAsInt());
            assertTrue(verify.get("relocationsChecked").getAsInt() > 0, verify.toString());
        }
        try (Stream<Path> left = Files.list(home)) {
            assertEquals(List.of(), left.toList(), "the home is as empty as before");
        }
    }

    /** What the launcher asks for gives way to what people ask for, and to small machines. */
    @Test
    void runsInAsMuchMemoryAsPeopleAllow() throws Exception {
        for (String options : List.of("-Xmx64m", "-XX:MaxRAM=256m")) {
            Map<String, String> environment =
                    Program.login(home, "JAVA_HOME", Program.JAVA_HOME.toString(), "JDK_JAVA_OPTIONS", options);
            Program program = karl(environment, "relink", Program.DEMO, "-o", temp.resolve("bsd"), "--json");
            assertEquals(0, program.status(), options + ": " + program);
        }
    }

    /** A machine that boots has no locale. */
    @Test
    void takesNamesOfAllLettersWithoutALocale() throws Exception {
        for (String locale : List.of("C", "POSIX", "")) {
            Program program = Program.run(
                    temp,
                    Program.login(home, "JAVA_HOME", Program.JAVA_HOME.toString(), "LC_ALL", locale, "LANG", "C"),
                    List.of("sh", "-c", "file=$(printf 'b\\303\\251') && echo >$file && \"$0\" kit $file", karl));
            assertEquals(3, program.status(), program.toString());
            assertTrue(program.err().contains("neither a folder nor an archive"), program.err());
        }
    }

    /** Whoever closes what is typed has typed nothing. */
    @Test
    void standsAClosedStandardInput() throws Exception {
        Program program = Program.run(
                temp,
                Program.login(home, "JAVA_HOME", Program.JAVA_HOME.toString()),
                List.of("sh", "-c", "\"$0\" relink \"$1\" -o bsd --seed-file - <&-", karl, Program.DEMO));
        assertEquals(2, program.status(), program.toString());
        assertTrue(program.err().contains("64 hexadecimal digits"), program.err());
    }

    @Test
    void hasItsManualPage() throws Exception {
        Path manual = folder.resolve("man/man1/karl.1");
        Program read = Program.run(temp, Program.login(home), List.of("mandoc", "-Tascii", manual));
        assertEquals(0, read.status(), read.err());
        for (String verb : List.of("relink", "verify", "machine boot", "bisect")) {
            assertTrue(read.out().replaceAll(".\b", "").contains("\n   karl " + verb + "\n"), verb);
        }
    }

    @Test
    void tellsWhichDisassemblersAreHere() throws Exception {
        assertTrue(json(karl("arch", "--json")).get("disassemblers").isJsonNull(), "nobody looked");
        JsonArray disassemblers = json(karl("arch", "--probe", "--json")).getAsJsonArray("disassemblers");
        assertEquals(
                List.of("capstone", "llvm", "objdump"),
                disassemblers.asList().stream()
                        .map(each -> each.getAsJsonObject().get("name").getAsString())
                        .toList());
        for (var each : disassemblers) {
            boolean here = !each.getAsJsonObject().get("version").isJsonNull();
            String name = each.getAsJsonObject().get("name").getAsString();
            assertEquals(isHere(name), here, each.toString());
        }
        Program words = karl("arch", "--probe");
        assertTrue(words.out().lines().anyMatch(line -> line.matches("Disassemblers here: .*objdump.*")), words.out());
    }

    /** The dynamic linker's own list is the witness. */
    private boolean isHere(String name) throws Exception {
        if (name.equals("objdump")) {
            return Files.isExecutable(Path.of("/usr/bin/objdump"));
        }
        Program list = Program.run(temp, Program.login(home), List.of("/sbin/ldconfig", "-p"));
        return list.out().lines().anyMatch(line -> line.strip()
                .matches(name.equals("capstone") ? "libcapstone\\.so\\.[45] .*" : "libLLVM[-.].*"));
    }

    @Test
    void startsByAJavaOnThePathAndByALink() throws Exception {
        Path bin = Files.createDirectory(temp.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("karl"), karl);
        Files.createSymbolicLink(bin.resolve("java"), Program.JAVA_HOME.resolve("bin/java"));
        Program program = Program.run(
                temp,
                Program.login(home, "PATH", bin + ":/usr/bin:/bin"),
                List.of("sh", "-c", "karl kit \"$0\" && karl nonsense", Program.DEMO));
        assertEquals(2, program.status(), program.toString());
        assertTrue(program.out().contains("amd64"), program.out());
    }

    @Test
    void saysThatAJavaIsTooOld() throws Exception {
        Path old = Files.createDirectories(temp.resolve("old/bin")).getParent();
        Path java = Files.writeString(old.resolve("bin/java"), "#!/bin/sh\necho started\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.9\"\n");
        Map<String, String> environment =
                Program.login(home, "JAVA_HOME", old.toString(), "PATH", old.resolve("bin") + ":/usr/bin:/bin");
        Program program = karl(environment, "arch");
        assertEquals(3, program.status());
        assertEquals("", program.out());
        assertTrue(
                program.err().matches("karl: needs Java 25 or newer; found: .*old \\(17\\).*set JAVA_HOME.*\n"),
                program.err());
    }

    @Test
    void holdsNothingButJarsTheLauncherAndWords() throws Exception {
        List<String> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(file -> !file.matches("lib/.*\\.jar"))
                    .forEach(files::add);
        }
        assertEquals(
                List.of("LICENSE", "README", "bin/karl", "man/man1/karl.1"),
                files.stream().sorted().toList());
        try (Stream<Path> jars = Files.list(folder.resolve("lib"))) {
            for (Path jar : jars.toList()) {
                assertFalse(
                        names(jar).stream().anyMatch(name -> name.matches(".*\\.(so|dll|dylib|jnilib)")),
                        jar::toString);
            }
        }
    }

    private static List<String> names(Path jar) throws IOException {
        try (var file = new java.util.zip.ZipFile(jar.toFile())) {
            return file.stream().map(java.util.zip.ZipEntry::getName).toList();
        }
    }
}
