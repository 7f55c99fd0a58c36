package org.karlworkbench.ui;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.karlworkbench.elf.EngineException;

/** Files that a person saves: readable by their owner only, and whole before they replace what was there. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes the content. */
    public interface Content {
        /**
         * Writes all of it.
         *
         * @param out the file
         * @throws IOException when the disk fails
         */
        void write(OutputStream out) throws IOException;
    }

    /** Writes the content in words. */
    public interface Words {
        /**
         * Writes all of it.
         *
         * @param out the file, in UTF-8
         * @throws IOException when the disk fails
         */
        void write(Writer out) throws IOException;
    }

    /**
     * Writes a file, and puts it in place of an older one when it is whole.
     *
     * @param file the file
     * @param content writes what shall be in it
     * @throws EngineException when it cannot be written; the older one is as it was
     */
    public static void replace(Path file, Content content) throws EngineException {
        try {
            Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), ".karl-", null);
            try {
                try (OutputStream out = Files.newOutputStream(fresh)) {
                    content.write(out);
                }
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    /**
     * The same for words.
     *
     * @param file the file
     * @param words writes what shall be in it
     * @throws EngineException as for {@link #replace}
     */
    public static void replaceWords(Path file, Words words) throws EngineException {
        replace(file, out -> {
            try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                words.write(writer);
            }
        });
    }
}
