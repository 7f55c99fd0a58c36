package org.karlworkbench.machine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.disk.SafeDisk;

/** Small JSON objects of ours. What cannot be read counts as missing: the machine's own files tell what is the case. */
final class JsonFile {
    private static final int MOST = 1 << 20;

    private JsonFile() {}

    /** The object in a file; an empty one where there is none. */
    static JsonObject read(Path file) throws EngineException {
        if (!SafeDisk.exists(file)) {
            return new JsonObject();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return parse(new String(in.readNBytes(MOST), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    /** The object in a text; an empty one where there is none. */
    static JsonObject parse(String text) {
        try {
            JsonElement root = JsonParser.parseString(text);
            return root.isJsonObject() ? root.getAsJsonObject() : new JsonObject();
        } catch (JsonParseException | StackOverflowError e) {
            return new JsonObject();
        }
    }

    /** A field that is a text; else null. */
    static String text(JsonObject object, String name) {
        return text(object.get(name));
    }

    private static String text(JsonElement value) {
        boolean isText = value != null
                && value.isJsonPrimitive()
                && value.getAsJsonPrimitive().isString();
        return isText ? value.getAsString() : null;
    }

    /** A field that is an array of texts; what is none in it is left out. */
    static List<String> texts(JsonObject object, String name) {
        List<String> texts = new ArrayList<>();
        JsonElement array = object.get(name);
        if (array != null && array.isJsonArray()) {
            for (JsonElement each : array.getAsJsonArray()) {
                String text = text(each);
                if (text != null) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }
}
