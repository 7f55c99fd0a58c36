package org.karlworkbench.kit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
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

    /** The code of faults about a file that cannot be written where it is asked for. */
    public static final String BAD_TARGET = "bad-target";

    private static final Set<PosixFilePermission> WRITE = PosixFilePermissions.fromString("-w--w--w-");

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
     * Refuses what a rename would destroy: only nothing, or a plain file that may be written, is replaced. What a link or a
     * device stands for is not for us to guess. Asked before long work whose result shall go there.
     *
     * @param file where a file shall go
     * @throws EngineException if something else is there, with the code {@link #BAD_TARGET}; if there is no such folder
     */
    public static void requireReplaceable(Path file) throws EngineException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                throw bad(file, "is a folder, not a file", "name a file");
            }
            if (attributes.isSymbolicLink()) {
                throw bad(file, "is a symbolic link", "name the file itself");
            }
            if (!attributes.isRegularFile()) {
                throw bad(file, "is a device or another special file", "name a plain file");
            }
            if (Files.getPosixFilePermissions(file).stream().noneMatch(WRITE::contains)) {
                throw bad(file, "is read-only", "choose another name or allow writing with chmod u+w");
            }
        } catch (NoSuchFileException e) {
            requireFolder(file); // a new file
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    private static void requireFolder(Path file) throws EngineException {
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new EngineException("io", file.toString(), null, "there is no such folder", "make the folder first");
        }
    }

    private static EngineException bad(Path file, String problem, String cure) {
        return new EngineException(BAD_TARGET, file.toString(), null, problem, cure);
    }

    /**
     * Writes a file and puts it in place of an older one by a rename. Whatever fails, the older one is untouched.
     *
     * @param target the file
     * @param content all of its bytes
     * @throws EngineException if it cannot be written whole, or if what is there cannot be replaced
     */
    public static void replace(Path target, byte[] content) throws EngineException {
        requireReplaceable(target);
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
