package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.cli.Karl;

/** Signals that end the command in the middle of a link, in a process of its own. */
class InterruptTest {
    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP"})
    void cancelsAndLeavesNothing(String signal) throws Exception {
        String seconds = "64" + System.nanoTime() % 1_000_000; // by which this test knows its own sleeper
        Path linker = Files.createDirectory(temp.resolve("bin")).resolve("ld.lld");
        Files.writeString(
                linker, "#!/bin/sh\ncase $* in *--version*) echo LLD 99; exit ;; esac\nsleep " + seconds + " & wait\n");
        Files.setPosixFilePermissions(linker, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path kernels = Files.createDirectory(temp.resolve("kernels"));
        Path error = temp.resolve("error");
        ProcessBuilder builder =
                new ProcessBuilder(KarlProcess.command("relink", Command.DEMO, "-o", kernels.resolve("bsd")));
        builder.environment().put("PATH", linker.getParent() + ":/usr/bin:/bin");
        Process karl = builder.redirectError(error.toFile()).start();
        for (int i = 0; i < 600 && karl.isAlive() && !runs(seconds); i++) {
            Thread.sleep(50);
        }
        assertTrue(runs(seconds), () -> "the linker did not start: " + read(error));
        Command.witness("kill", "-" + signal, karl.pid());
        assertEquals(Karl.CANCELLED, karl.waitFor(), read(error));
        assertEquals("karl: cancelled", read(error).strip());
        assertFalse(runs(seconds), "the linker still runs");
        try (Stream<Path> left = Files.list(kernels)) {
            assertEquals(List.of(), left.toList());
        }
    }

    /** What was drawn has its figures, and the process does not wait for those that it would have computed. */
    @Test
    void aLaboratoryTellsWhatItHasDrawn() throws Exception {
        Path out = temp.resolve("out");
        Path error = temp.resolve("error");
        Process karl = new ProcessBuilder(KarlProcess.command("lab", Command.DEMO, "--count", "1000000"))
                .redirectOutput(out.toFile())
                .redirectError(error.toFile())
                .start();
        for (int i = 0; i < 1200 && karl.isAlive() && !read(error).contains("Ctrl-C"); i++) {
            Thread.sleep(50);
        }
        Thread.sleep(3000); // draws for a while
        Command.witness("kill", "-INT", karl.pid());
        assertEquals(Karl.CANCELLED, karl.waitFor(), read(error));
        assertTrue(read(out).matches("(?s)layouts    [0-9]+ of 1000000, cancelled, .*it was cancelled.*"), read(out));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }

    /** Whether a process runs that has a word among its arguments. */
    private static boolean runs(String word) {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().arguments())
                .flatMap(Optional::stream)
                .flatMap(Stream::of)
                .anyMatch(word::equals);
    }
}
