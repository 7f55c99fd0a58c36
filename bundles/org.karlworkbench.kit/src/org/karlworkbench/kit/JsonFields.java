package org.karlworkbench.kit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.elf.EngineException;

/** One object of a JSON file that may be cut, hostile or from the future: every field is checked when it is taken. */
final class JsonFields {
    /** No ledger entry or recipe is larger: 30,000 objects with long names are under 4 MiB. */
    private static final long MAX_BYTES = 64L << 20;

    private final Path file;
    private final String place;
    private final String code;
    private final JsonObject object;

    private JsonFields(Path file, String place, String code, JsonObject object) {
        this.file = file;
        this.place = place;
        this.code = code;
        this.object = object;
    }

    /** Reads a file that holds one object; {@code code} is the code of whatever is wrong in it. */
    static JsonFields read(Path file, String code) throws EngineException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new EngineException(code, file.toString(), null, "is larger than 64 MiB", "give another file");
            }
            JsonElement root = JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8));
            if (root.isJsonObject()) {
                return new JsonFields(file, "", code, root.getAsJsonObject());
            }
            throw new EngineException(code, file.toString(), null, "holds no JSON object", "give another file");
        } catch (CharacterCodingException | JsonParseException | StackOverflowError e) {
            throw new EngineException(code, file.toString(), null, "is no valid JSON", "it may be cut; restore it");
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    /** Refuses fields that this version does not know: ignoring a setting would give another kernel. */
    void allowOnly(Set<String> names) throws EngineException {
        for (String name : object.keySet()) {
            if (!names.contains(name)) {
                throw bad(name, "is not known to this version");
            }
        }
    }

    /** The whole object, those fields that are not known here too. */
    JsonObject all() {
        return object.deepCopy();
    }

    boolean has(String name) {
        return object.has(name) && !object.get(name).isJsonNull();
    }

    String text(String name) throws EngineException {
        JsonElement value = object.get(name);
        if (value == null || value.isJsonNull()) {
            return null;
        }
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
            throw bad(name, "is no string");
        }
        return value.getAsString();
    }

    String requiredText(String name) throws EngineException {
        String text = text(name);
        if (text == null) {
            throw bad(name, "is missing");
        }
        return text;
    }

    long number(String name) throws EngineException {
        JsonElement value = object.get(name);
        if (value == null || value.isJsonNull()) {
            return 0;
        }
        try {
            return value.getAsBigDecimal().longValueExact();
        } catch (ArithmeticException
                | IllegalStateException
                | UnsupportedOperationException
                | NumberFormatException e) {
            throw bad(name, "is no whole number");
        }
    }

    boolean flag(String name, boolean absent) throws EngineException {
        JsonElement value = object.get(name);
        if (value == null || value.isJsonNull()) {
            return absent;
        }
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
            throw bad(name, "is neither true nor false");
        }
        return value.getAsBoolean();
    }

    List<String> texts(String name) throws EngineException {
        return texts(name, array(name));
    }

    /** The arrays of strings in an array. */
    List<List<String>> textLists(String name) throws EngineException {
        List<List<String>> lists = new ArrayList<>();
        for (JsonElement element : array(name)) {
            if (!element.isJsonArray()) {
                throw bad(name, "holds something that is no array");
            }
            lists.add(texts(name, element.getAsJsonArray()));
        }
        return lists;
    }

    private List<String> texts(String name, JsonArray array) throws EngineException {
        List<String> texts = new ArrayList<>();
        for (JsonElement element : array) {
            if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isString()) {
                throw bad(name, "holds something that is no string");
            }
            texts.add(element.getAsString());
        }
        return texts;
    }

    List<JsonFields> objects(String name) throws EngineException {
        List<JsonFields> objects = new ArrayList<>();
        for (JsonElement element : array(name)) {
            if (!element.isJsonObject()) {
                throw bad(name, "holds something that is no object");
            }
            objects.add(new JsonFields(file, place + name + ".", code, element.getAsJsonObject()));
        }
        return objects;
    }

    /** The object in a field; one without fields where it is absent. */
    JsonFields object(String name) throws EngineException {
        JsonElement value = object.get(name);
        if (value != null && !value.isJsonNull() && !value.isJsonObject()) {
            throw bad(name, "is no object");
        }
        JsonObject found = value != null && value.isJsonObject() ? value.getAsJsonObject() : new JsonObject();
        return new JsonFields(file, place + name + ".", code, found);
    }

    Map<String, Long> numbers(String name) throws EngineException {
        Map<String, Long> numbers = new LinkedHashMap<>();
        JsonFields inner = object(name);
        for (String key : inner.object.keySet()) {
            numbers.put(key, inner.number(key));
        }
        return numbers;
    }

    EngineException bad(String name, String problem) {
        return new EngineException(code, file.toString(), place + name, problem, "correct it, or give another file");
    }

    /** Strings as a JSON array. */
    static JsonArray array(List<String> texts) {
        JsonArray array = new JsonArray(texts.size());
        texts.forEach(array::add);
        return array;
    }

    private JsonArray array(String name) throws EngineException {
        JsonElement value = object.get(name);
        if (value == null || value.isJsonNull()) {
            return new JsonArray();
        }
        if (!value.isJsonArray()) {
            throw bad(name, "is no array");
        }
        return value.getAsJsonArray();
    }
}
