package org.karlworkbench.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.karlworkbench.cli.Karl;

/** Writes the command's manual page. */
public final class Manual {
    private Manual() {}

    /**
     * Writes the page.
     *
     * @param args the file
     * @throws IOException if it cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        Files.createDirectories(file.getParent());
        Files.writeString(file, Karl.manual());
    }
}
