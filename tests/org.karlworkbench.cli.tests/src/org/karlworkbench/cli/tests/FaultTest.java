package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.cli.Karl;

/** What the engine does not expect ends the command as all trouble does: status 3, one line, no stack trace. */
class FaultTest {
    @TempDir
    Path folder;

    private JsonObject error(Map<String, String> environment, Object... words) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(KarlProcess.command(words))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        int status = builder.start().waitFor();
        String told = Files.readString(err);
        assertEquals(Karl.FAILED, status, told);
        assertTrue(!told.contains("\tat "), told);
        return JsonParser.parseString(Files.readString(out)).getAsJsonObject().getAsJsonObject("error");
    }

    private Path kit() throws Exception {
        Command.witness("cp", "-r", Command.DEMO, folder.resolve("kit"));
        return folder.resolve("kit");
    }

    /** The locale that is there without any has no letters beyond ASCII. */
    @Test
    void aNameThatTheLocaleCannotWrite() throws Exception {
        Path kit = kit();
        String copy = "cd \"$0\" && cp vers.o \"$(printf 'v\\303\\251rs.o')\"";
        Command.witness("sh", "-c", copy, kit);
        JsonObject error = error(Map.of("LC_ALL", "C"), "kit", kit, "--json");
        assertEquals("bad-name", error.get("code").getAsString());
        assertTrue(error.get("cure").getAsString().contains("C.UTF-8"), error.toString());
        assertEquals(Karl.DONE, Command.run("kit", kit).status(), "in other locales it is a name like others");
    }

    @Test
    void tooLittleMemoryForJava() throws Exception {
        Path kit = kit();
        for (int size : List.of(16_000_000, 60_000_000)) { // too much for the kernel, and for the object alone
            Files.writeString(folder.resolve("large.s"), ".data\n.skip " + size + ", 1\n");
            Command.witness("as", "-o", kit.resolve("vers.o"), folder.resolve("large.s"));
            JsonObject error = error(
                    Map.of("JDK_JAVA_OPTIONS", "-Xmx32m"),
                    "relink",
                    kit,
                    "-o",
                    folder.resolve("bsd"),
                    "--linker",
                    "builtin",
                    "--json");
            assertEquals("no-memory", error.get("code").getAsString(), error.toString());
            assertTrue(error.get("cure").getAsString().contains("-Xmx"), error.toString());
            assertTrue(Files.notExists(folder.resolve("bsd")));
        }
    }
}
