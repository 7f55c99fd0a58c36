package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.cli.Karl;

/** {@code karl run} on the demo kernel. */
class RunVerbTest {
    /** Other work on the machine may delay some. */
    private static final int ATTEMPTS = 10;

    @TempDir
    Path temp;

    private Path kernel;

    @BeforeEach
    void relink() {
        kernel = temp.resolve("bsd");
        Command.run("relink", Command.DEMO, "-o", kernel, "--linker", "builtin", "--json")
                .json(Karl.DONE);
    }

    @Test
    void aKernelBoots() {
        Command run = Command.run("run", kernel, "--json");
        JsonObject json = run.json(Karl.DONE);
        assertTrue(json.get("booted").getAsBoolean());
        assertEquals("expected", json.get("reason").getAsString());
        assertEquals("qemu", json.get("loader").getAsString());
        assertTrue(json.get("millis").getAsLong() > 0);
        assertTrue(json.get("serial").getAsString().endsWith("\nroot device: "));
        JsonObject startup = json.getAsJsonObject("startup");
        assertEquals("unmap", startup.get("policy").getAsString());
        assertTrue(startup.get("pages").getAsInt() > 0);
        assertTrue(startup.get("verified").getAsBoolean());
        assertEquals(json.get("serial").getAsString(), run.err().stripTrailing() + " ");
    }

    /** Each page has its state; what is typed at the prompt resets the machine, which has booted all the same. */
    @Test
    void whatIsTypedIsAnsweredAndEachPageHasItsState() {
        JsonObject json = Command.run("run", kernel, "--type", "exit", "--json").json(Karl.DONE);
        assertTrue(json.get("booted").getAsBoolean());
        assertEquals("reset", json.get("reason").getAsString());
        JsonObject layout = Command.run("layout", kernel, "--json").json(Karl.DONE);
        JsonObject pages = layout.getAsJsonObject("startup");
        assertEquals("unmap", pages.get("policy").getAsString());
        long first = Long.decode(pages.get("first").getAsString().replaceFirst("^0xf{8}", "0x"));
        long limit = Long.decode(layout.get("endboot").getAsString().replaceFirst("^0xf{8}", "0x"));
        assertEquals(
                limit - first,
                pages.get("pages").getAsLong() * pages.get("page").getAsLong());
        assertEquals(pages.get("pages"), json.getAsJsonObject("startup").get("pages"));
        JsonObject startup = json.getAsJsonObject("startup");
        assertEquals(
                startup.get("pages").getAsInt(),
                startup.getAsJsonArray("states").size());
        startup.getAsJsonArray("states")
                .forEach(page ->
                        assertEquals("gone", page.getAsJsonObject().get("state").getAsString()));
    }

    @Test
    void openBsdsProtocolWorksToo() {
        JsonObject json =
                Command.run("run", kernel, "--loader", "openbsd", "--json").json(Karl.DONE);
        assertTrue(json.get("serial").getAsString().contains("\nsymbols: "));
    }

    @Test
    void forPeopleItSaysTheSame() {
        Command run = Command.run("run", kernel);
        assertEquals(Karl.DONE, run.status(), run.err());
        assertTrue(run.out().contains("  booted, expected, after "), run.out());
        assertTrue(run.out().contains("every one is gone from its address"), run.out());
        Command kept = Command.run("run", kernel, "--append", "keep");
        assertEquals(Karl.DONE, kept.status(), kept.err());
        assertTrue(kept.out().contains("NOT gone: "), kept.out());
    }

    @ParameterizedTest
    @CsvSource({"panic, 10, panic, panic: as asked", "reset, 10, reset, guest-reset", "loop, 3, timeout,"})
    void aKernelThatDoesNotBootIsAnswered(String how, int timeout, String reason, String detail) {
        JsonObject json = Command.run("run", kernel, "--append", how, "--timeout", timeout, "--json")
                .json(Karl.NO);
        assertFalse(json.get("booted").getAsBoolean());
        assertEquals(reason, json.get("reason").getAsString());
        assertEquals(
                detail,
                json.get("detail").isJsonNull() ? null : json.get("detail").getAsString());
        assertTrue(json.getAsJsonObject("startup").get("verified").isJsonNull());
    }

    @Test
    void anotherTextCanBeExpected() {
        JsonObject json = Command.run("run", kernel, "--expect", "panic: as", "--append", "panic", "--json")
                .json(Karl.DONE);
        assertTrue(json.get("booted").getAsBoolean());
    }

    @Test
    void aStopIsAnAnswer() throws Exception {
        Path core = temp.resolve("core");
        JsonObject json = Command.run("run", kernel, "--stop-at", "configure", "--dump", core, "--json")
                .json(Karl.DONE);
        assertEquals("stopped", json.get("reason").getAsString());
        assertFalse(json.get("booted").getAsBoolean());
        assertEquals(core.toString(), json.get("dump").getAsString());
        assertTrue(Command.witness("readelf", "-h", core).stream().anyMatch(line -> line.contains("CORE")));
    }

    @Test
    void nonsenseIsRefused() {
        Command.run("run", "--json").error(Karl.USAGE);
        Command.run("run", kernel, "--timeout", "0", "--json").error(Karl.USAGE);
        Command.run("run", kernel, "--timeout", "soon", "--json").error(Karl.USAGE);
        Command.run("run", kernel, "--expect", "", "--json").error(Karl.USAGE);
        Command.run("run", kernel, "--loader", "grub", "--json").error(Karl.USAGE);
        Command.run("run", temp.resolve("absent"), "--json").error(Karl.FAILED);
        Command.run("run", Command.DEMO.resolve("main.o"), "--json").error(Karl.FAILED);
        Command.run("run", kernel, "--stop-at", "nothing", "--json").error(Karl.FAILED);
        Command.run("run", kernel, "--gdb", kernel, "--json").error(Karl.FAILED);
    }

    @Test
    void aMissingEmulatorIsNamedWithItsPackage() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(KarlProcess.command("run", kernel, "--json"));
        builder.environment().put("PATH", temp.toString());
        Process karl = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String out = new String(karl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(Karl.FAILED, karl.waitFor(), out);
        JsonObject error = JsonParser.parseString(out).getAsJsonObject().getAsJsonObject("error");
        assertEquals("no-emulator", error.get("code").getAsString());
        assertEquals(
                "needs qemu-system-x86_64, which is not installed",
                error.get("message").getAsString());
        assertEquals("apt install qemu-system-x86", error.get("cure").getAsString());
    }

    @Test
    void controlCEndsItWithinHalfASecond() throws Exception {
        long millis = controlC();
        for (int i = 1; i < ATTEMPTS && millis >= 500; i++) {
            millis = controlC();
        }
        assertTrue(millis < 500, millis + " ms");
    }

    private long controlC() throws Exception {
        Path error = temp.resolve("error");
        Process karl = new ProcessBuilder(KarlProcess.command("run", kernel, "--append", "loop"))
                .redirectError(error.toFile())
                .start();
        for (int i = 0; i < 600 && karl.isAlive() && !Files.readString(error).contains("functions: "); i++) {
            Thread.sleep(50);
        }
        assertTrue(Files.readString(error).contains("functions: "), "what the kernel says is not told as it comes");
        ProcessHandle emulator = karl.descendants().findAny().orElseThrow();
        long begin = System.nanoTime();
        Command.witness("kill", "-INT", karl.pid());
        assertEquals(Karl.CANCELLED, karl.waitFor(), Files.readString(error));
        long millis = (System.nanoTime() - begin) / 1_000_000;
        assertFalse(emulator.isAlive());
        assertTrue(Files.readString(error).endsWith("karl: cancelled\n"), Files.readString(error));
        return millis;
    }
}
