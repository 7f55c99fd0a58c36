package org.karlworkbench.ui.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Pictures of the whole screen, kept below target for people to look at. */
final class Shots {
    private Shots() {}

    /** Takes a picture when the UI thread has nothing more to paint. */
    static Path take(String name) {
        try {
            Path folder = Files.createDirectories(Path.of(System.getProperty("org.karlworkbench.shots")));
            Path file = folder.resolve(name + ".png");
            Ui.run(() -> Ui.display().update());
            Tool.run(20, List.of("import", "-window", "root", file.toString()));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
