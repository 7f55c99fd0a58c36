package org.karlworkbench.ui.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.Platform;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.ui.Problems;
import org.osgi.framework.Bundle;

/** The lessons that come with the workbench, in the bundle of its help. */
final class LessonShelf {
    private static final String BUNDLE = "org.karlworkbench.help";
    private static final String FOLDER = "/lessons";

    private LessonShelf() {}

    /**
     * A lesson, and where its progress is kept.
     *
     * @param id its name on the shelf, or its path
     * @param lesson the lesson
     */
    record Shelved(String id, Lesson lesson) {}

    /** All lessons, in their order; without the bundle of the help there are none. */
    static List<Shelved> all() {
        Bundle bundle = Platform.getBundle(BUNDLE);
        Enumeration<URL> files = bundle == null ? null : bundle.findEntries(FOLDER, "*.lesson", false);
        if (files == null) {
            return List.of();
        }
        return Collections.list(files).stream()
                .sorted(Comparator.comparing(URL::getPath))
                .flatMap(file -> read(file).stream())
                .toList();
    }

    /** One that cannot be read stands in the Error Log, and not in the way of the others. */
    private static Optional<Shelved> read(URL file) {
        String name = file.getPath().substring(file.getPath().lastIndexOf('/') + 1);
        try (InputStream in = file.openStream()) {
            return Optional.of(new Shelved(name, LessonReader.read(name, in)));
        } catch (IOException | EngineException e) {
            Problems.log(e);
            return Optional.empty();
        }
    }
}
