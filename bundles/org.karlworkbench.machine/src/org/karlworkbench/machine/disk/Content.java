package org.karlworkbench.machine.disk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is written into a new file. */
@FunctionalInterface
public interface Content {
    /**
     * Opens it.
     *
     * @return its bytes, from the first on; to be closed
     * @throws IOException if it cannot be read
     */
    InputStream open() throws IOException;

    /**
     * A text.
     *
     * @param text written in UTF-8
     * @return its bytes
     */
    static Content of(String text) {
        return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The content of another file.
     *
     * @param file the file, read when this is opened
     * @return its bytes
     */
    static Content of(Path file) {
        return () -> Files.newInputStream(file);
    }
}
