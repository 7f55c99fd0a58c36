package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.cli.Karl;

/** {@code karl identify}: fields and exit statuses, on memory that holds the loaded part of a kernel's file. */
class IdentifyVerbTest {
    @TempDir
    Path temp;

    private Path core;

    /** The demo kernel is loaded at 16 MiB, and the addresses of its file's parts are as far apart as in memory. */
    @BeforeEach
    void relink() throws Exception {
        Command.relink(temp.resolve("bsd"), 4);
        ByteArrayOutputStream memory = new ByteArrayOutputStream();
        memory.write(new byte[16 << 20]);
        memory.write(Files.readAllBytes(temp.resolve("bsd.2")));
        core = Files.write(temp.resolve("bsd.2.core"), memory.toByteArray());
    }

    @Test
    void theKernelBesideItAndTheLedgerAreAsked() throws Exception {
        JsonObject beside = Command.run("identify", core, "--json").json(Karl.DONE);
        assertEquals("identified", beside.get("verdict").getAsString());
        assertEquals(
                temp.resolve("bsd.2.ledger.json").toString(),
                beside.get("entry").getAsString());
        Path memory = Files.move(core, temp.resolve("memory"));
        Path again = Files.createDirectory(temp.resolve("again")).resolve("bsd");
        JsonObject found = Command.run("identify", memory, "--ledger", temp, "-o", again, "--json")
                .json(Karl.DONE);
        assertEquals(beside.get("entry"), found.get("entry"));
        assertEquals(again.toString(), found.get("kernel").getAsString());
        assertEquals(-1, Files.mismatch(temp.resolve("bsd.2"), again));
    }

    /** At main the startup code is still there, and the processor has marked the descriptors that it loaded. */
    @ParameterizedTest
    @ValueSource(strings = {"demo-amd64", "demo-i386", "demo-arm64", "demo-riscv64"})
    void theDrawIsRecoveredOfAKernelThatStandsAtMain(String name) throws Exception {
        Path kit = Command.DEMO.resolveSibling(name);
        Path kernel = temp.resolve("kernel");
        Path dump = temp.resolve("dump");
        assertEquals(
                Karl.DONE,
                Command.run("relink", kit, "-o", kernel, "--seed", Command.SEED).status());
        Command run = Command.run("run", kernel, "--stop-at", "main", "--dump", dump);
        assertEquals(Karl.DONE, run.status(), run.err());
        Path again = temp.resolve("again");
        JsonObject found = Command.run("identify", dump, "--kit", kit, "-o", again, "--json")
                .json(Karl.DONE);
        assertEquals("recovered", found.get("verdict").getAsString());
        assertEquals(functions(kernel), functions(again));
    }

    private static List<String> functions(Path kernel) throws Exception {
        return Command.witness("nm", kernel).stream()
                .filter(line -> line.matches("[0-9a-f]+ [tT] \\w+"))
                .sorted()
                .toList();
    }

    /** The same draw relinked twice is one kernel with two entries. */
    @Test
    void entriesOfTheSameKernelAreOne() throws Exception {
        Path memory = Files.move(core, temp.resolve("memory"));
        Path ledger = Files.createDirectory(temp.resolve("ledger"));
        String seed = "%064x".formatted(7);
        for (String kernel : List.of("one", "two", "three")) {
            String own = kernel.equals("three") ? "%064x".formatted(8) : seed;
            Command.run(
                            "relink",
                            Command.DEMO,
                            "-o",
                            ledger.resolve(kernel),
                            "--linker",
                            "builtin",
                            "--seed",
                            own,
                            "--json")
                    .json(Karl.DONE);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[16 << 20]);
        bytes.write(Files.readAllBytes(ledger.resolve("one")));
        Files.write(memory, bytes.toByteArray());
        JsonObject found =
                Command.run("identify", memory, "--ledger", ledger, "--json").json(Karl.DONE);
        assertEquals("identified", found.get("verdict").getAsString());
        assertTrue(
                found.get("entry").getAsString().matches(".*/(one|two)\\.ledger\\.json"),
                found.get("entry").getAsString());
        assertTrue(found.get("evidence").toString().contains("same bytes"), found.toString());
    }

    @Test
    void whatDoesNotBelongTogetherIsTold() throws Exception {
        Path wrong = Files.move(core, temp.resolve("bsd.3.core"));
        Command told = Command.run("identify", wrong);
        assertEquals(Karl.NO, told.status());
        assertTrue(told.out().startsWith("none") && told.out().contains("do not belong together"), told.out());
        JsonObject none = Command.run("identify", wrong, "--kernel", temp.resolve("bsd.1"), "--json")
                .json(Karl.NO);
        assertTrue(none.get("entry").isJsonNull() && none.get("kernel").isJsonNull(), none.toString());
        assertEquals(Karl.USAGE, Command.run("identify", temp.resolve("bsd.1")).status());
        Command.run("identify", temp.resolve("missing"), "--ledger", temp, "--json")
                .error(Karl.FAILED);
    }
}
