package org.karlworkbench.kit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.karlworkbench.elf.EngineException;

/**
 * Files that only their owner may read, because they undo the randomization: 0600 before anything is in them, complete
 * and synced before they replace an older one (CLI.md, Secrets).
 */
public final class PrivateFiles {
    /** Mode 0600, for the creation of a file. */
    public static final FileAttribute<?> FILE_MODE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** Mode 0700, for the creation of a folder. */
    public static final FileAttribute<?> FOLDER_MODE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private PrivateFiles() {}

    /**
     * Creates a folder for secrets, with its parents, where there is none yet.
     *
     * @param folder the folder
     * @throws EngineException if it cannot be made, or if something else has its name
     */
    public static void folder(Path folder) throws EngineException {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, FOLDER_MODE);
            }
        } catch (IOException e) {
            throw EngineException.io(folder, e);
        }
    }

    /**
     * Writes a file and puts it in place of an older one by a rename. Whatever fails, the older one is untouched.
     *
     * @param target the file
     * @param content all of its bytes
     * @throws EngineException if it cannot be written whole
     */
    public static void replace(Path target, byte[] content) throws EngineException {
        Path folder = target.toAbsolutePath().getParent();
        Path part = null;
        try {
            part = Files.createTempFile(folder, "." + target.getFileName(), ".part", FILE_MODE);
            write(part, content);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            part = null;
            sync(folder);
        } catch (IOException e) {
            throw EngineException.io(target, e);
        } finally {
            discard(part);
        }
    }

    /**
     * Makes what happened to the names in a folder durable.
     *
     * @param folder the folder
     * @throws IOException if the system cannot sync it
     */
    public static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void write(Path part, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(part, Set.of(StandardOpenOption.WRITE))) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
            if (channel.size() != content.length) {
                throw new FileSystemException(part.toString(), null, "was not written whole");
            }
        }
    }

    private static void discard(Path part) {
        if (part != null) {
            part.toFile().delete(); // the failure that brought us here is the one to tell
        }
    }
}
