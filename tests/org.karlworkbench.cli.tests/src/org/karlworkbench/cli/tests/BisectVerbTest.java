package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.cli.Karl;

/** {@code karl bisect} and {@code karl noise}: fields and exit statuses, on the demo kernel's kit. */
class BisectVerbTest {
    /** Fails where main comes before panic, both of the body. */
    private static final String BEFORE =
            "nm -n \"$KERNEL\" | awk '$3 == \"main\" {a = 1} $3 == \"panic\" && a {bad = 1} END {exit bad}'";

    @TempDir
    Path temp;

    private Path entry(boolean fails) throws Exception {
        for (int i = 0; i < 100; i++) {
            Path kernel = temp.resolve("bsd" + i + fails);
            Command.run("relink", Command.DEMO, "-o", kernel, "--linker", "builtin", "--json")
                    .json(Karl.DONE);
            ProcessBuilder test = new ProcessBuilder("sh", "-c", BEFORE);
            test.environment().put("KERNEL", kernel.toString());
            if (fails == (test.start().waitFor() != 0)) {
                return temp.resolve(kernel.getFileName() + ".ledger.json");
            }
        }
        throw new AssertionError("no such relink in a hundred");
    }

    @Test
    void theCauseIsTold() throws Exception {
        Path good = entry(false);
        Path bad = entry(true);
        Command run = Command.run("bisect", "--good", good, "--bad", bad, "--test", BEFORE, "--json");
        JsonObject found = run.json(Karl.DONE);
        JsonObject cause = found.getAsJsonObject("cause");
        assertEquals("before", cause.get("kind").getAsString());
        assertEquals("[\"main.o\",\"panic.o\"]", cause.get("objects").toString());
        for (String name : new String[] {"section", "symbol", "gap", "modulus", "residue", "also"}) {
            assertTrue(cause.get(name).isJsonNull(), name);
        }
        assertEquals(0, found.getAsJsonArray("others").size());
        assertTrue(found.get("runs").getAsInt() > 20, found.toString());
        assertEquals(bad.toString(), found.get("bad").getAsString());
        assertEquals(0, found.getAsJsonObject("without").get("failed").getAsInt());
        assertTrue(
                Pattern.compile("\\d+ possible causes? (are|is) left after \\d+ runs")
                        .matcher(run.err())
                        .find(),
                "the search is shown as it narrows: " + run.err());
        Command none = Command.run("bisect", "--good", bad, "--bad", good, "--test", BEFORE);
        assertEquals(Karl.NO, none.status());
        assertTrue(
                none.out().startsWith("no cause: the good relink fails more often than the bad one: of 1 runs"),
                none.out());
        assertEquals(
                "test-stopped",
                Command.run("bisect", "--good", good, "--bad", bad, "--test", "exit 200", "--json")
                        .error(Karl.FAILED)
                        .get("code")
                        .getAsString());
    }

    /** Killed by a signal that nobody can catch, then gone on with: no answer that was given is asked for again. */
    @Test
    void aSearchOutlivesItsProcess() throws Exception {
        Path count = Files.createFile(temp.resolve("count"));
        Path state = temp.resolve("state");
        List<Object> words = List.of(
                "bisect",
                "--good",
                entry(false),
                "--bad",
                entry(true),
                "--state",
                state,
                "--json",
                "--test",
                "echo >> " + count + "; " + BEFORE);
        Process killed = new ProcessBuilder(KarlProcess.command(words.toArray()))
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("killed").toFile())
                .start();
        while (killed.isAlive() && Files.size(count) < 12) {
            Thread.sleep(20);
        }
        killed.destroyForcibly().waitFor();
        JsonObject found = Command.run(words.toArray()).json(Karl.DONE);
        assertEquals("before", found.getAsJsonObject("cause").get("kind").getAsString());
        long asked = Files.size(count);
        assertTrue(asked <= found.get("runs").getAsInt() + 1, asked + " runs, of which one was cut short");
        assertEquals(found, Command.run(words.toArray()).json(Karl.DONE));
        assertEquals(asked, Files.size(count));
    }

    /** Somebody at the terminal, who errs, is asked again, and goes. */
    @Test
    void aPersonIsAsked() throws Exception {
        Path replies = temp.resolve("replies");
        Files.writeString(replies, "y\nmaybe\nn\nU\nno\ns\nyes\nq\n");
        Path error = temp.resolve("error");
        Process karl = new ProcessBuilder(
                        KarlProcess.command("bisect", "--good", entry(false), "--bad", entry(true), "--test", "ask"))
                .redirectInput(replies.toFile())
                .redirectError(error.toFile())
                .start();
        assertEquals(Karl.CANCELLED, karl.waitFor());
        String told = Files.readString(error);
        List<String> numbers = Pattern.compile("(?m)(\\d+)\\. /")
                .matcher(told)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertEquals(List.of("1", "2", "3", "2", "3", "4", "5"), numbers, told);
    }

    @Test
    void aBootIsATest() throws Exception {
        Path good = entry(false);
        Command same = Command.run("bisect", "--good", good, "--bad", entry(true), "--expect", "demo: ok", "--json");
        assertEquals(
                "both relinks work: of 1 runs 0 fail for the good relink and 0 for the bad one; 0 and 0 could not tell",
                same.json(Karl.NO).get("reason").getAsString());
        assertEquals(
                Karl.USAGE,
                Command.run("bisect", "--good", good, "--bad", good, "--test", "true", "--expect", "x")
                        .status());
        assertEquals(
                Karl.USAGE,
                Command.run("bisect", "--good", good, "--bad", good, "--append", "x")
                        .status());
    }

    /** A test that never can tell, and one that always hangs, have no cause to find. */
    @Test
    void aTestThatNeverCanTellIsUndecided() {
        Path a = temp.resolve("a");
        Path b = temp.resolve("b");
        for (Path kernel : List.of(a, b)) {
            Command.run("relink", Command.DEMO, "-o", kernel, "--linker", "builtin", "--json")
                    .json(Karl.DONE);
        }
        Path good = temp.resolve("a.ledger.json");
        Path bad = temp.resolve("b.ledger.json");
        for (List<String> test : List.of(List.of("exit 125"), List.of("sleep 60", "--timeout", "1"))) {
            List<Object> words = new ArrayList<>(List.of("bisect", "--good", good, "--bad", bad, "--json", "--test"));
            words.addAll(test);
            JsonObject error = Command.run(words.toArray()).error(Karl.FAILED);
            assertEquals("test-undecided", error.get("code").getAsString());
        }
    }

    /** What is no number to reckon with is never replaced by a time. */
    @Test
    void noiseThatIsNoNumberIsNoTime() {
        for (String no : List.of("nan", "-inf", "1e999", "NaN 7 ms of Infinity")) {
            JsonObject error = Command.run("noise", Command.DEMO, "--count", "2", "--measure", "echo " + no, "--json")
                    .error(Karl.FAILED);
            assertEquals("test-stopped", error.get("code").getAsString(), no);
        }
        Command timed = Command.run("noise", Command.DEMO, "--count", "2", "--measure", "echo abc");
        assertEquals(Karl.DONE, timed.status(), timed.err());
        assertTrue(timed.out().contains("wrote no number"), timed.out());
        assertTrue(!timed.out().contains("correlation"), "no heading above nothing: " + timed.out());
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertEquals(
                Karl.USAGE,
                Command.run("bisect", "--good", temp, "--test", "true").status());
        assertEquals(
                Karl.USAGE,
                Command.run("noise", Command.DEMO, "--measure", "true").status());
        assertEquals(
                Karl.USAGE, Command.run("noise", Command.DEMO, "--count", "3").status());
        Command.run("bisect", "--good", temp.resolve("a"), "--bad", temp.resolve("b"), "--test", "true", "--json")
                .error(Karl.FAILED);
    }

    @Test
    void noiseHasItsFields() {
        JsonObject noise = Command.run(
                        "noise", Command.DEMO, "--count", "5", "--measure", "echo took 3.5 ms, 7 runs", "--json")
                .json(Karl.DONE);
        assertEquals(7, noise.get("median").getAsDouble());
        assertEquals(0, noise.get("spread").getAsDouble());
        assertEquals(5, noise.getAsJsonArray("values").size());
        assertEquals(0, noise.getAsJsonArray("features").size());
    }
}
