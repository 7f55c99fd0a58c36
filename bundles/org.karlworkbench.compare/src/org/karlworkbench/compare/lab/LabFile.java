package org.karlworkbench.compare.lab;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.PrivateFiles;

/** Saves and reopens the results of laboratory runs: one JSON object with the names of {@code karl lab --json}. */
public final class LabFile {
    private static final int SCHEMA_VERSION = 1;

    /** No result is larger, in bytes: a million symbols take less. */
    private static final long MOST = 1L << 29;

    private LabFile() {}

    /**
     * Saves a result, readable by its owner only.
     *
     * @throws EngineException if the file cannot be written
     */
    public static void write(LabResult result, Path file) throws EngineException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setSerializeNulls(true);
            json.beginObject();
            json.name("schemaVersion").value(SCHEMA_VERSION);
            LabJson.write(result, json);
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string takes everything
        }
        PrivateFiles.replace(file, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a result.
     *
     * @throws EngineException if the file cannot be read or is none
     */
    public static LabResult read(Path file) throws EngineException {
        requireSmall(file);
        try (var reader = Files.newBufferedReader(file)) {
            JsonElement root = JsonParser.parseReader(reader);
            JsonObject object = root.getAsJsonObject();
            if (object.get("schemaVersion").getAsInt() != SCHEMA_VERSION) {
                throw bad(file, "it was written by another version", null);
            }
            return LabReader.read(object);
        } catch (IOException e) {
            throw EngineException.io(file, e);
        } catch (JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | UnsupportedOperationException
                | IndexOutOfBoundsException
                | NullPointerException
                | ClassCastException e) {
            throw bad(file, "it is no laboratory result", e);
        }
    }

    /** A device has no end, and what is too large for a result need not be read to be refused. */
    private static void requireSmall(Path file) throws EngineException {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw bad(file, "it is not a regular file", null);
            }
            if (Files.size(file) > MOST) {
                throw bad(file, "it is larger than any laboratory result", null);
            }
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    private static EngineException bad(Path file, String what, Exception cause) {
        return new EngineException("bad-lab", file.toString(), null, what, "save one with karl lab --save FILE", cause);
    }
}
