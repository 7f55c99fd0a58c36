package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.cli.Karl;

/**
 * One run of the command, with what it wrote.
 *
 * @param status its exit status
 * @param out standard output
 * @param err standard error
 */
record Command(int status, String out, String err) {
    /** For tests of what chance decides for a few of all draws. */
    static final String SEED = "%064x".formatted(1);

    /** The demo kernel's kit, made by the build. */
    static final Path DEMO = Path.of(System.getProperty("org.karlworkbench.samples"), "demo-amd64");

    /** Relinks the demo kernel so often, always by the same draws, to names that end in a number from 1. */
    static void relink(Path kernel, int count) {
        run("relink", DEMO, "-o", kernel, "--count", count, "--linker", "builtin", "--seed", SEED, "--json")
                .json(Karl.DONE);
    }

    static Command run(Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> args = new ArrayList<>();
        for (Object word : words) {
            args.add(word.toString());
        }
        Karl karl = new Karl(stream(out), stream(err));
        int status = karl.run(args.toArray(String[]::new));
        return new Command(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** The answer as JSON; the status has to be the given one, and nothing else is on standard output. */
    JsonObject json(int expected) {
        assertEquals(expected, status, err + out);
        JsonObject json = JsonParser.parseString(out).getAsJsonObject();
        if (expected <= Karl.NO) {
            assertEquals(1, json.get("schemaVersion").getAsInt());
        }
        return json;
    }

    /** What went wrong, as JSON: exactly one error with its five fields, and one line on standard error. */
    JsonObject error(int expected) {
        JsonObject json = json(expected);
        assertEquals(List.of("error"), List.copyOf(json.keySet()));
        JsonObject error = json.getAsJsonObject("error");
        assertEquals(List.of("code", "file", "place", "message", "cure"), List.copyOf(error.keySet()));
        assertEquals(1, err.lines().count(), err);
        assertTrue(!err.contains("Exception") && !err.contains("\tat "), err);
        return error;
    }

    static List<String> texts(JsonArray array) {
        return array.asList().stream().map(JsonElement::getAsString).toList();
    }

    /** The standard output of a witness such as nm, by lines. */
    static List<String> witness(Object... words) throws Exception {
        List<String> args = new ArrayList<>();
        for (Object word : words) {
            args.add(word.toString());
        }
        Process process = new ProcessBuilder(args).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), text);
        return text.lines().toList();
    }
}
