package org.karlworkbench.cli;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.EngineException;

/** One JSON object on a stream, written as it comes so that 150,000 rows need no tree in memory. */
final class JsonAnswer {
    private static final int SCHEMA_VERSION = 1;

    private final PrintStream out;

    JsonAnswer(PrintStream out) {
        this.out = out;
    }

    void write(Answer answer) {
        object(json -> {
            json.name("schemaVersion").value(SCHEMA_VERSION);
            answer.json(json);
        });
    }

    void write(EngineException problem) {
        object(json -> error(json, problem));
    }

    /** Writes what is wrong, null for nothing. */
    static void error(JsonWriter json, EngineException problem) throws IOException {
        json.name("error");
        if (problem == null) {
            json.nullValue();
            return;
        }
        json.beginObject();
        json.name("code").value(problem.code());
        json.name("file").value(problem.file());
        json.name("place").value(problem.place());
        json.name("message").value(problem.getMessage());
        json.name("cure").value(problem.cure());
        json.endObject();
    }

    /** Writes an array of strings. */
    static void texts(JsonWriter json, String name, List<String> texts) throws IOException {
        json.name(name).beginArray();
        for (String text : texts) {
            json.value(text);
        }
        json.endArray();
    }

    /** Writes an object of numbers. */
    static void numbers(JsonWriter json, String name, Map<String, Long> numbers) throws IOException {
        json.name(name).beginObject();
        for (var each : numbers.entrySet()) {
            json.name(each.getKey()).value(each.getValue());
        }
        json.endObject();
    }

    /** An address or word: 0x and lower-case digits without leading zeros. */
    static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    private interface Body {
        void write(JsonWriter json) throws IOException;
    }

    private void object(Body body) {
        try {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            JsonWriter json = new JsonWriter(writer);
            json.setStrictness(Strictness.STRICT);
            json.setSerializeNulls(true);
            json.beginObject();
            body.write(json);
            json.endObject();
            writer.write('\n');
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a PrintStream does not throw; Main asks it for errors
        }
    }
}
