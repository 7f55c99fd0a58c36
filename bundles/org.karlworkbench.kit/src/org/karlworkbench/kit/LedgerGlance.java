package org.karlworkbench.kit;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.elf.EngineException;

/**
 * What a search through a ledger needs of each entry; the long lists are passed over. An entry can be hostile: a file is
 * only named by it if it lies beside it.
 *
 * @param file the entry's file, absolute
 * @param kitDigest of the kit
 * @param sha256 of the kernel
 * @param endboot the address behind the first gap, or -1 when there is none
 * @param kernel the kernel's file, as it was recorded; null where none was written
 * @param places the places file beside the entry; null where the entry names none
 */
public record LedgerGlance(Path file, String kitDigest, String sha256, long endboot, Path kernel, Path places) {
    private static final Set<String> WANTED = Set.of("kitDigest", "sha256", "endboot", "kernel", "places");

    /** No entry is larger, as for {@link LedgerFiles}. */
    private static final long MOST = 64L << 20;

    /**
     * Reads what is needed of an entry.
     *
     * @param file the JSON file
     * @return its fields
     * @throws EngineException {@code bad-ledger} if it is cut or no entry; {@code io} when it cannot be read
     */
    public static LedgerGlance read(Path file) throws EngineException {
        Path absolute = file.toAbsolutePath().normalize();
        Map<String, String> fields = fields(absolute);
        String digest = fields.get("kitDigest");
        String sha256 = fields.get("sha256");
        if (digest == null || sha256 == null) {
            throw bad(absolute, "has no digest of its kit and kernel");
        }
        return new LedgerGlance(
                absolute,
                digest,
                sha256,
                address(absolute, fields.get("endboot")),
                sibling(absolute, fields.get("kernel"), false),
                sibling(absolute, fields.get("places"), true));
    }

    private static Map<String, String> fields(Path file) throws EngineException {
        Map<String, String> fields = new HashMap<>();
        try {
            if (Files.size(file) > MOST) {
                throw bad(file, "is larger than 64 MiB");
            }
            try (JsonReader json = new JsonReader(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
                json.beginObject();
                while (json.hasNext()) {
                    String name = json.nextName();
                    if (WANTED.contains(name) && json.peek() == JsonToken.STRING) {
                        fields.put(name, json.nextString());
                    } else {
                        json.skipValue();
                    }
                }
                json.endObject();
            }
        } catch (MalformedJsonException
                | EOFException
                | CharacterCodingException
                | JsonParseException
                | IllegalStateException e) {
            throw bad(file, "is no valid JSON");
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
        return fields;
    }

    private static long address(Path file, String text) throws EngineException {
        try {
            return text == null ? -1 : Long.parseUnsignedLong(text.substring(Math.min(2, text.length())), 16);
        } catch (NumberFormatException e) {
            throw bad(file, "endboot is no address");
        }
    }

    private static Path sibling(Path file, String name, boolean beside) {
        try {
            Path sibling = name == null || name.isEmpty()
                    ? null
                    : file.resolveSibling(name).normalize();
            return sibling == null || beside && !file.getParent().equals(sibling.getParent()) ? null : sibling;
        } catch (InvalidPathException e) {
            return null; // no file can have this name
        }
    }

    private static EngineException bad(Path file, String problem) {
        return new EngineException(LedgerFiles.CODE, file.toString(), null, problem, "it may be cut; restore it");
    }
}
