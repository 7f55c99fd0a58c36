package org.karlworkbench.kit;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.model.LedgerEntry;

/**
 * The few things in a ledger entry that a person may change afterwards. Only that field is changed: what a newer
 * version wrote, and this one does not know, stays. The new file is complete before it replaces the old one.
 */
public final class LedgerEdits {
    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .create();

    private LedgerEdits() {}

    /**
     * Writes a note into an entry.
     *
     * @param file the entry
     * @param note the person's own words; empty takes the note away
     * @return the entry as it is now
     * @throws EngineException when the file is no entry or cannot be replaced
     */
    public static LedgerEntry note(Path file, String note) throws EngineException {
        return set(file, "note", note.isEmpty() ? JsonNull.INSTANCE : new JsonPrimitive(note));
    }

    /**
     * Pins an entry, so that no clean-up takes it, or lets it go again.
     *
     * @param file the entry
     * @param pinned whether it is pinned
     * @return the entry as it is now
     * @throws EngineException as for {@link #note}
     */
    public static LedgerEntry pin(Path file, boolean pinned) throws EngineException {
        return set(file, "pinned", new JsonPrimitive(pinned));
    }

    /**
     * Makes an entry say that its kernel is not kept; a replay makes it again.
     *
     * @param file the entry
     * @return the entry as it is now
     * @throws EngineException as for {@link #note}
     */
    public static LedgerEntry withoutKernel(Path file) throws EngineException {
        return set(file, "kernel", JsonNull.INSTANCE);
    }

    private static LedgerEntry set(Path file, String field, JsonElement value) throws EngineException {
        LedgerFiles.read(file); // what is no entry is not made to look like one
        JsonObject json = JsonFields.read(file, LedgerFiles.CODE).all();
        json.add(field, value);
        PrivateFiles.replace(file, (GSON.toJson(json) + "\n").getBytes(StandardCharsets.UTF_8));
        return LedgerFiles.read(file);
    }
}
