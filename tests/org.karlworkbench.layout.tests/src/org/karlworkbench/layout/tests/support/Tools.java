package org.karlworkbench.layout.tests.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs compilers, linkers and the readers that serve as witnesses. */
public final class Tools {
    private Tools() {}

    /** Runs a command that must succeed and gives what it printed; its words are in English. */
    public static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        File out = File.createTempFile("tool", ".out");
        File err = File.createTempFile("tool", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out)
                    .redirectError(err);
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            assertTrue(process.waitFor(120, TimeUnit.SECONDS), () -> command + " hangs");
            String words = read(err);
            assertEquals(0, process.exitValue(), () -> command.getFirst() + ": " + words);
            return read(out);
        } finally {
            Files.delete(out.toPath());
            Files.delete(err.toPath());
        }
    }

    /** As {@link #run(Path, List)}. */
    public static String run(Path folder, String... command) throws IOException, InterruptedException {
        return run(folder, List.of(command));
    }

    private static String read(File file) throws IOException {
        return Files.readString(file.toPath(), StandardCharsets.ISO_8859_1);
    }
}
