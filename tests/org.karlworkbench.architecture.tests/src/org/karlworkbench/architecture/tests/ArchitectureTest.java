package org.karlworkbench.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every bundle of the repository uses only what docs/architecture.md allows it. */
class ArchitectureTest {
    private static final Path ROOT = Path.of(System.getProperty("org.karlworkbench.root", "../.."));

    @Test
    void everyBundleUsesOnlyWhatItMay() throws IOException {
        ArchitectureCheck check = new ArchitectureCheck(Rooms.read(ROOT));
        List<String> violations = new ArrayList<>();
        for (Path bundle : bundles()) {
            violations.addAll(check.violations(bundle));
        }
        assertEquals(List.of(), violations);
    }

    @Test
    void theBundlesAreReallyRead() throws IOException {
        List<String> names = bundles().stream()
                .map(bundle -> bundle.getFileName().toString())
                .toList();
        assertTrue(names.contains("org.karlworkbench.elf") && names.contains("org.karlworkbench.ui"), names::toString);
        for (Path bundle : bundles()) {
            assertFalse(BundleUses.of(bundle).isEmpty(), bundle + " seems to use nothing at all, not even the JDK");
        }
    }

    /** The folders of bundles/ that are bundles. */
    private static List<Path> bundles() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT.resolve("bundles"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("META-INF/MANIFEST.MF")))
                    .sorted()
                    .toList();
        }
    }
}
