package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;

/** The real kits that tests relink, here and elsewhere: the demo kernel's, which the build compiles, and those that scripts make. */
public final class Kits {
    private static final Path ROOT = Path.of(System.getProperty("org.karlworkbench.root", "../.."))
            .toAbsolutePath()
            .normalize();
    private static final Path SAMPLES = ROOT.resolve("bundles/org.karlworkbench.samples");
    private static final Path KITS = Path.of(System.getProperty(
            "org.karlworkbench.samples", SAMPLES.resolve("target/kits").toString()));
    private static final Map<String, LoadedKit> LOADED = new HashMap<>();

    private Kits() {}

    /**
     * A kit of the build, such as {@code demo-amd64}; or {@code libc-amd64}, {@code libc-i386}; or {@code cross-ARCH} for
     * another architecture. Made once for all tests, and read once.
     */
    public static synchronized LoadedKit loaded(String name) throws EngineException {
        LoadedKit kit = LOADED.get(name);
        if (kit == null) {
            kit = load(folder(name));
            LOADED.put(name, kit);
        }
        return kit;
    }

    /** The folder of a kit. */
    static Path folder(String name) {
        Path folder = KITS.resolve(name);
        try {
            if (!Files.isRegularFile(folder.resolve("Makefile"))) {
                make(folder, name.substring(0, name.indexOf('-')), name.substring(name.indexOf('-') + 1));
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("cannot make " + folder, e);
        }
        assertTrue(Files.isRegularFile(folder.resolve("Makefile")), folder + " is missing: build the samples first");
        return folder;
    }

    /** Reads a kit's folder; the source stays open as long as the tests run. */
    static LoadedKit load(Path folder) throws EngineException {
        return LoadedKit.read(KitSource.open(folder, null, Progress.NONE), Progress.NONE);
    }

    /** A copy of a kit in a folder of the test's own. */
    static Path copy(String name, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(folder(name))) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }

    private static void make(Path folder, String what, String arch) throws IOException, InterruptedException {
        Files.createDirectories(KITS);
        Path part = Files.createTempDirectory(KITS, what + "-new-");
        List<String> command =
                new ArrayList<>(List.of("sh", SAMPLES.resolve(what + "-kit.sh").toString(), part + "/kit"));
        command.addAll(what.equals("libc") ? List.of("--arch", arch) : List.of(arch));
        Process script = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(script.getInputStream().readAllBytes());
        assertTrue(script.waitFor() == 0, command + ": " + words);
        Files.move(part.resolve("kit"), folder, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(part);
    }
}
