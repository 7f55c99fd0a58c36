package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;

/** Opens kits and looks whether anything is left behind. */
final class KitSources {
    private static final String TEMPORARY = "java.io.tmpdir";
    private static final String BEFORE = System.getProperty(TEMPORARY);

    private KitSources() {}

    static KitSource open(Path kit, String name) throws EngineException {
        return KitSource.open(kit, name, Progress.NONE);
    }

    static EngineException refused(Path kit) {
        return refused(kit, null);
    }

    static EngineException refused(Path kit, String name) {
        Set<Path> before = temporary();
        EngineException e =
                assertThrows(EngineException.class, () -> open(kit, name).close());
        assertEquals(before, temporary(), "what was unpacked is left");
        assertFalse(e.line().contains("\n"));
        return e;
    }

    static Set<Path> temporary() {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty(TEMPORARY)))) {
            return files.collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a test a place of its own for what is unpacked; nobody else may come and go there. */
    static void useTemporary(Path folder) throws IOException {
        System.setProperty(TEMPORARY, Files.createDirectories(folder).toString());
    }

    static void restoreTemporary() {
        System.setProperty(TEMPORARY, BEFORE);
    }

    static TarBytes two() {
        return new TarBytes()
                .header("GENERIC/", '5', 0)
                .file("GENERIC/Makefile", "OBJS=a.o")
                .file("GENERIC/a.o", "A")
                .file("GENERIC.MP/a.o", "B")
                .file("./GENERIC.MP//b.o", "C");
    }
}
