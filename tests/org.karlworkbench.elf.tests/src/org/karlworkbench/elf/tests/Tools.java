package org.karlworkbench.elf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs compilers, assemblers and the readers that serve as witnesses. */
final class Tools {
    private Tools() {}

    /** What a command printed. */
    record Output(String out, String err) {}

    /** Runs a command that must succeed; its words are in English. */
    static Output run(Path folder, List<String> command) throws IOException, InterruptedException {
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
            assertEquals(0, process.exitValue(), () -> command + ": " + words);
            return new Output(read(out), words);
        } finally {
            Files.delete(out.toPath());
            Files.delete(err.toPath());
        }
    }

    static String run(Path folder, String... command) throws IOException, InterruptedException {
        return run(folder, List.of(command)).out();
    }

    private static String read(File file) throws IOException {
        return Files.readString(file.toPath(), StandardCharsets.ISO_8859_1);
    }

    /** Compiles C source with gcc; returns the object. */
    static Path gcc(Path folder, String name, String source, String... flags) throws IOException, InterruptedException {
        return compile(folder, name, source, List.of("gcc", "-c"), flags);
    }

    /** Compiles C source with clang for any machine; returns the object. */
    static Path clang(Path folder, String name, String source, String target, String... flags)
            throws IOException, InterruptedException {
        return compile(folder, name, source, List.of("clang", "--target=" + target, "-fintegrated-as", "-c"), flags);
    }

    private static Path compile(Path folder, String name, String source, List<String> compiler, String... flags)
            throws IOException, InterruptedException {
        Path input = folder.resolve(name + ".c");
        Files.writeString(input, source);
        List<String> command = new ArrayList<>(compiler);
        command.addAll(List.of(flags));
        command.addAll(List.of("-o", name + ".o", name + ".c"));
        run(folder, command);
        return folder.resolve(name + ".o");
    }

    /** How many times a random test does its work: {@code -Dkarl.rounds=100} for a long night. */
    static int rounds(int usual) {
        return usual * Integer.getInteger("karl.rounds", 1);
    }
}
