package org.karlworkbench.ui.bisect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.PrivateFiles;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.table.Shown;

/** What a search said, a line for each step, kept beside its settings as it goes on. */
final class HuntSteps {
    private static final String FILE = "steps.txt";
    private static final long MOST_BYTES = 1 << 20;

    private final Path file;
    private boolean broken;

    private HuntSteps(Path file) {
        this.file = file;
    }

    /** Begins anew, for the owner only: a search that is gone on with says again what it had said. */
    static HuntSteps begin(Path folder) throws EngineException {
        Path file = folder.resolve(FILE);
        PrivateFiles.replace(file, new byte[0]);
        return new HuntSteps(file);
    }

    /** Keeps one more. Where that fails the search goes on all the same; it is told once. */
    void add(String step) {
        if (broken) {
            return;
        }
        try {
            Files.writeString(file, Shown.line(step) + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            broken = true;
            Problems.log(EngineException.io(file, e));
        }
    }

    /** What was kept, the latest last; nothing of a search from before there were steps. */
    static List<String> read(Path folder) throws EngineException {
        Path file = folder.resolve(FILE);
        try {
            boolean kept = Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES;
            return kept
                    ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                            .lines()
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }
}
