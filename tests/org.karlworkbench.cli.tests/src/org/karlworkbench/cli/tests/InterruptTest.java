package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.cli.Karl;
import org.karlworkbench.cli.Main;
import org.karlworkbench.kit.LoadedKit;

/** Signals that end the command in the middle of a link, in a process of its own. */
class InterruptTest {
    private static final List<String> OF_CLI = List.of(
            "org.karlworkbench.elf.Elf",
            "org.karlworkbench.kit.LoadedKit",
            "org.karlworkbench.layout.Layout",
            "org.karlworkbench.verify.Accounting",
            "org.karlworkbench.relink.Relink",
            "org.karlworkbench.compare.Comparison",
            "picocli.CommandLine",
            "com.google.gson.Gson");
    private static final List<String> OF_KIT = List.of(
            "org.karlworkbench.kit.model.Recipe",
            "org.eclipse.emf.ecore.EObject",
            "org.eclipse.emf.common.util.EList",
            "org.eclipse.emf.ecore.xmi.XMLResource",
            "org.tukaani.xz.XZInputStream");

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
        ProcessBuilder builder = new ProcessBuilder(command("relink", Command.DEMO, "-o", kernels.resolve("bsd")));
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

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }

    /** Signals may be ignored where the tests run, which a child would inherit. */
    private static List<String> command(Object... words) throws Exception {
        List<Class<?>> classes = new ArrayList<>(List.of(Karl.class));
        for (String name : OF_CLI) {
            classes.add(Karl.class.getClassLoader().loadClass(name));
        }
        for (String name : OF_KIT) {
            classes.add(LoadedKit.class.getClassLoader().loadClass(name));
        }
        String classPath =
                classes.stream().map(InterruptTest::source).distinct().collect(Collectors.joining(File.pathSeparator));
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        List<String> command = new ArrayList<>(List.of("env", "--default-signal", java, "-cp", classPath));
        command.add(Main.class.getName());
        Stream.of(words).map(Object::toString).forEach(command::add);
        return command;
    }

    /** The jar or folder of a class; a bundle that was not packed yet has its classes in a folder below its own. */
    private static String source(Class<?> type) {
        File source = new File(
                type.getProtectionDomain().getCodeSource().getLocation().getPath());
        File classes = new File(source, "target/classes");
        return (classes.isDirectory() ? classes : source).getAbsolutePath();
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
