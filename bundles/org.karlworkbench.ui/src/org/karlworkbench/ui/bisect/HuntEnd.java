package org.karlworkbench.ui.bisect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.PrivateFiles;

/** What a search came to, in words, kept beside its settings. */
final class HuntEnd {
    private static final String FILE = "ended.txt";
    private static final long MOST_BYTES = 1 << 16;
    private static final String NEVER = "It was not gone on with to its end. Resume goes on with it.";

    private HuntEnd() {}

    /** Keeps it, for its owner only. */
    static void write(Path folder, String words) throws EngineException {
        PrivateFiles.replace(folder.resolve(FILE), words.getBytes(StandardCharsets.UTF_8));
    }

    /** What was kept; that nothing was, where the workbench ended first. */
    static String read(Path folder) throws EngineException {
        Path file = folder.resolve(FILE);
        try {
            boolean kept = Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES;
            return kept ? Files.readString(file) : NEVER;
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }
}
