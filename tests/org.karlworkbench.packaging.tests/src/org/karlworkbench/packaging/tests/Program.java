package org.karlworkbench.packaging.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that is run in an environment of its own, and what it said. */
record Program(int status, String out, String err) {
    private static final int MINUTES = 10;

    /** The Java machine that runs the tests. */
    static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    /** The repository's folder. */
    static final Path ROOT = Path.of(System.getProperty("org.karlworkbench.root"));

    /** The demo kernel's kit, made by the build. */
    static final Path DEMO = Path.of(System.getProperty("org.karlworkbench.samples"), "demo-amd64");

    /**
     * Runs a program with nothing of the tests' own environment but what is given.
     *
     * @param folder where it works; what it says is kept there
     * @param environment all its variables
     * @param words it and its arguments
     */
    static Program run(Path folder, Map<String, String> environment, List<?> words)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        ProcessBuilder builder =
                new ProcessBuilder(words.stream().map(Object::toString).toList());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        Program program = new Program(ended ? process.exitValue() : -1, Files.readString(out), Files.readString(err));
        assertTrue(ended, () -> words + " did not end: " + program);
        return program;
    }

    /** The environment of someone who has just logged in: an empty home, the system's programs, and what is added. */
    static Map<String, String> login(Path home, String... more) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("HOME", home.toString());
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("LC_ALL", "C.UTF-8");
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return environment;
    }

    /** The one file or folder below a folder of the repository that has such a name. */
    static Path built(String folder, String glob) throws IOException {
        Path place = ROOT.resolve(folder);
        try (Stream<Path> found = Files.isDirectory(place)
                ? Files.list(place)
                        .filter(file -> place.getFileSystem()
                                .getPathMatcher("glob:" + glob)
                                .matches(file.getFileName()))
                        .toList()
                        .stream()
                : Stream.empty()) {
            return found.findFirst().orElseThrow(() -> new AssertionError("not built: " + place.resolve(glob)));
        }
    }
}
