package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.cli.Karl;

/** {@code karl symbolize}: fields, verdicts and exit statuses. */
class SymbolizeVerbTest {
    @TempDir
    Path temp;

    private Path trace;

    @BeforeEach
    void relink() throws Exception {
        Command.relink(temp.resolve("bsd"), 5);
        trace = temp.resolve("trace");
    }

    private String address(int number, String symbol) throws Exception {
        return Command.witness("nm", temp.resolve("bsd." + number)).stream()
                .filter(line -> line.endsWith(" T " + symbol))
                .findFirst()
                .orElseThrow()
                .substring(0, 16);
    }

    @Test
    void aTraceLeadsToItsEntry() throws Exception {
        String text = "rip 0x" + address(2, "kprintf") + " kprintf\nrdi 0x" + address(2, "kmalloc") + " kmalloc\n"
                + "panic(8,0) at panic+0x10\n";
        Files.writeString(trace, text);
        JsonObject found =
                Command.run("symbolize", trace, "--ledger", temp, "--json").json(Karl.DONE);
        assertEquals("identified", found.get("verdict").getAsString());
        assertEquals(
                temp.resolve("bsd.2.ledger.json").toString(), found.get("entry").getAsString());
        assertEquals(4, found.getAsJsonArray("rejected").size());
        JsonObject frame = found.getAsJsonArray("frames").get(0).getAsJsonObject();
        assertEquals("0x" + address(2, "kprintf"), frame.get("address").getAsString());
        assertEquals("printf.o", frame.get("object").getAsString());
        assertEquals("kprintf", frame.get("symbol").getAsString());
        assertEquals(0, frame.get("offset").getAsLong());
        assertEquals("exact", frame.get("certainty").getAsString());
        assertTrue(frame.get("file").isJsonNull() && frame.get("line").isJsonNull(), frame.toString());
        assertTrue(found.get("sameCrash").isJsonNull());
        JsonObject kernel = Command.run("symbolize", trace, "--kernel", temp.resolve("bsd.2"), "--json")
                .json(Karl.DONE);
        assertEquals(found.get("frames"), kernel.get("frames"));
        assertEquals(
                temp.resolve("bsd.2.ledger.json").toString(),
                kernel.get("entry").getAsString());
        assertEquals(
                "none",
                Command.run("symbolize", trace, "--kernel", temp.resolve("bsd.3"), "--json")
                        .json(Karl.NO)
                        .get("verdict")
                        .getAsString());
    }

    @Test
    void plainFramesHoldForEveryRelinkAndForTheKitAlone() throws Exception {
        Files.writeString(trace, "panic(8,0) at panic+0x10\nkmalloc(1) at kmalloc+0x20\n");
        for (List<Object> origin : List.<List<Object>>of(List.of("--ledger", temp), List.of("--kit", Command.DEMO))) {
            JsonObject found = Command.run(
                            "symbolize", trace, origin.get(0), origin.get(1), "--same-as", trace, "--json")
                    .json(Karl.DONE);
            assertEquals("kit-only", found.get("verdict").getAsString());
            assertTrue(found.get("entry").isJsonNull());
            assertEquals(
                    origin.get(0).equals("--kit") ? 0 : 5,
                    found.getAsJsonArray("candidates").size());
            assertTrue(found.get("sameCrash").getAsBoolean());
            assertEquals(2, found.getAsJsonArray("frames").size());
        }
        Files.writeString(trace, "mi_switch() at mi_switch+0x10\n");
        JsonObject other =
                Command.run("symbolize", trace, "--ledger", temp, "--json").json(Karl.NO);
        assertEquals("wrong-kit", other.get("verdict").getAsString());
        Command words = Command.run("symbolize", trace, "--ledger", temp);
        assertEquals(Karl.NO, words.status());
        assertTrue(words.out().startsWith("wrong-kit"), words.out());
    }

    /** A log of two boots of two relinks: each crash leads to its own. */
    @Test
    void anEarlierCrashOfALogCanBeAskedFor() throws Exception {
        StringBuilder log = new StringBuilder();
        for (int relink : new int[] {2, 4}) {
            log.append("panic: of relink ").append(relink).append('\n');
            log.append("rip 0x").append(address(relink, "kprintf")).append(" kprintf\n");
            log.append("rdi 0x").append(address(relink, "kmalloc")).append(" kmalloc\n");
        }
        Files.writeString(trace, log);
        for (int crash : new int[] {1, 2}) {
            JsonObject found = Command.run("symbolize", trace, "--ledger", temp, "--crash", crash, "--json")
                    .json(Karl.DONE);
            assertEquals(
                    temp.resolve("bsd." + 2 * crash + ".ledger.json").toString(),
                    found.get("entry").getAsString());
            JsonObject told = found.getAsJsonObject("crash");
            assertEquals(crash, told.get("number").getAsInt());
            assertEquals(2, told.get("count").getAsInt());
            assertEquals("of relink " + 2 * crash, told.get("panic").getAsString());
        }
        JsonObject error = Command.run("symbolize", trace, "--ledger", temp, "--crash", 3, "--json")
                .error(Karl.FAILED);
        assertEquals("no-crash", error.get("code").getAsString());
        assertEquals(trace.toString(), error.get("file").getAsString());
        assertEquals("crash 3", error.get("place").getAsString());
        assertEquals(
                Karl.USAGE,
                Command.run("symbolize", trace, "--ledger", temp, "--crash", 0).status());
    }

    @Test
    void wrongUseAndMissingFilesAreTold() throws Exception {
        Files.writeString(trace, "x");
        assertEquals(Karl.USAGE, Command.run("symbolize", trace).status());
        assertEquals(
                Karl.USAGE,
                Command.run("symbolize", trace, "--ledger", temp, "--kernel", temp.resolve("bsd.1"))
                        .status());
        assertEquals(
                Karl.USAGE,
                Command.run("symbolize", "--kit", Command.DEMO, "--same-as", "-")
                        .status());
        Path missing = temp.resolve("missing");
        JsonObject error =
                Command.run("symbolize", missing, "--ledger", temp, "--json").error(Karl.FAILED);
        assertEquals(missing.toString(), error.get("file").getAsString());
        Command.run("symbolize", trace, "--ledger", missing, "--json").error(Karl.FAILED);
        Command.run("symbolize", trace, "--kernel", trace, "--json").error(Karl.FAILED);
    }
}
