package org.karlworkbench.machine;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.disk.Content;
import org.karlworkbench.machine.disk.SafeDisk;

/** A text that only ever grows, by whole lines; a line that was torn when the machine stopped stays a line of its own. */
final class LineFile {
    private LineFile() {}

    /** Appends lines, each with its line break, and makes them durable. */
    static void append(Path file, String lines, SafeDisk disk) throws EngineException {
        if (SafeDisk.exists(file)) {
            disk.disk().append(file, isTorn(file) ? "\n" + lines : lines);
        } else {
            disk.disk().create(file, Content.of(lines), MachineFiles.PRIVATE_FILE);
            disk.disk().sync(file.getParent());
        }
        disk.disk().sync(file);
    }

    /** The lines of a text; none where it is missing. */
    static List<String> read(Path file) throws EngineException {
        if (!SafeDisk.exists(file)) {
            return List.of();
        }
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    private static boolean isTorn(Path file) throws EngineException {
        try (RandomAccessFile text = new RandomAccessFile(file.toFile(), "r")) {
            if (text.length() == 0) {
                return false;
            }
            text.seek(text.length() - 1);
            return text.read() != '\n';
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }
}
