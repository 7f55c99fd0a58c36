package org.karlworkbench.kit.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.karlworkbench.elf.EngineException;

/**
 * A folder that only its owner can look into and that goes away again: when it is closed, or else when the virtual
 * machine ends. What was left by one that was killed goes when the next makes its first folder.
 */
public final class TempFolder implements AutoCloseable {
    private static final SecureRandom CHANCE = new SecureRandom();

    /** A socket's path has 107 bytes (sun_path of unix(7)), of which names below the parent may need some 40. */
    private static final int ROOM_FOR_SOCKETS = 64;

    private final Path path;
    private final Runnable cleanUp;

    private TempFolder(Path path) {
        this.path = path;
        this.cleanUp = () -> remove(path);
        AtExit.add(cleanUp);
    }

    /**
     * Makes a fresh folder with mode 0700.
     *
     * @return the folder
     * @throws EngineException code {@code io} if it cannot be made
     */
    public static TempFolder create() throws EngineException {
        return in(temporary());
    }

    /**
     * Makes one as {@link #create} does, in {@code /tmp} where the usual place has too long a path for sockets.
     *
     * @return the folder
     * @throws EngineException code {@code io} if it cannot be made
     */
    public static TempFolder forSockets() throws EngineException {
        Path usual = temporary().toAbsolutePath();
        boolean room = usual.toString().getBytes(StandardCharsets.UTF_8).length <= ROOM_FOR_SOCKETS;
        return in(room ? usual : Path.of("/tmp"));
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
    }

    private static TempFolder in(Path parent) throws EngineException {
        try {
            return new TempFolder(fresh(parent, "").toRealPath());
        } catch (IOException e) {
            throw EngineException.io(parent, e);
        }
    }

    /**
     * Makes a folder with mode 0700 that somebody else removes, and removes what processes that were killed left there. Its
     * name cannot be foretold.
     *
     * @param parent where it goes
     * @param before what its name begins with, before {@code karl-}
     * @return its path
     * @throws IOException if it cannot be made
     */
    public static Path fresh(Path parent, String before) throws IOException {
        String prefix = before + FolderOwner.own().prefix();
        while (true) {
            String chance = Integer.toString(CHANCE.nextInt(Integer.MAX_VALUE), Character.MAX_RADIX);
            try {
                Path made = Files.createDirectory(parent.resolve(prefix + chance), mode("rwx------"));
                LeftOvers.removeOnce(parent, before, made);
                return made;
            } catch (FileAlreadyExistsException e) {
                // another number, then
            }
        }
    }

    /** The attributes of a new file; none where the system does not know modes. */
    static FileAttribute<?>[] mode(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /**
     * Where it is.
     *
     * @return its absolute path without links
     */
    public Path path() {
        return path;
    }

    /** Removes it with all that is in it; what cannot be removed stays. */
    @Override
    public void close() {
        remove(path);
        AtExit.remove(cleanUp);
    }

    /**
     * Removes a folder with all that is in it; what cannot be removed stays.
     *
     * @param folder the folder, which need not be there; links in it are not followed
     */
    public static void remove(Path folder) {
        try {
            Files.walkFileTree(folder, new Removal());
        } catch (IOException e) {
            // only left-overs remain, readable by their owner alone
        }
    }

    /** Removes files before their folders; follows no link. */
    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
