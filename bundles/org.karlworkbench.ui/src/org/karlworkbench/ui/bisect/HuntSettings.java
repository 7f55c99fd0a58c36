package org.karlworkbench.ui.bisect;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.PrivateFiles;

/**
 * What a person asked for: between which relinks, and by what test. It is kept beside what the search has found, so that it can
 * be gone on with.
 *
 * @param good the ledger entry of the relink that works
 * @param bad the ledger entry of the one that fails
 * @param test what tells whether a kernel works
 * @param words the command, or the text that a boot has to say; empty where a person tells
 * @param seconds the longest that one test may take, 1 or more
 * @param sample how many random relinks are tested first
 * @param repeat how often a relink is tested at most, 1 or more
 */
record HuntSettings(String good, String bad, Test test, String words, int seconds, int sample, int repeat) {
    private static final String FILE = "bisect.json";
    private static final long MOST_BYTES = 1 << 20;

    /** What tells whether a kernel works. */
    enum Test {
        COMMAND,
        BOOT,
        PERSON
    }

    /** Checks what came from a file. */
    HuntSettings {
        boolean whole = good != null && bad != null && test != null && words != null;
        if (!whole || seconds < 1 || sample < 0 || repeat < 1) {
            throw new IllegalArgumentException("no settings of a bisection");
        }
    }

    /** Whether a folder holds a search. */
    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /** Reads what {@link #write} wrote. */
    static HuntSettings read(Path folder) throws EngineException {
        Path file = folder.resolve(FILE);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw bad(file);
            }
            HuntSettings read = new Gson().fromJson(Files.readString(file), HuntSettings.class);
            if (read == null) {
                throw bad(file);
            }
            return read;
        } catch (IOException e) {
            throw EngineException.io(file, e);
        } catch (RuntimeException _) { // Gson wraps what the record refuses in one of these
            throw bad(file);
        }
    }

    private static EngineException bad(Path file) {
        return new EngineException(
                "bad-bisect", file.toString(), null, "holds no settings of a bisection", "begin a new one");
    }

    /** Writes it into a folder, for its owner only. */
    void write(Path folder) throws EngineException {
        PrivateFiles.folder(folder);
        PrivateFiles.replace(folder.resolve(FILE), new Gson().toJson(this).getBytes(StandardCharsets.UTF_8));
    }
}
