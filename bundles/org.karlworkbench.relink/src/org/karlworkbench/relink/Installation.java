package org.karlworkbench.relink;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.PrivateFiles;

/**
 * Puts several files in place, each by an atomic rename, in a given order; if one cannot be put there, those before it
 * are taken back, so that either all are new or all are as they were.
 */
final class Installation {
    private final Map<Path, Path> moves = new LinkedHashMap<>();
    private final Deque<Undo> undos = new ArrayDeque<>();
    private final Path backups;

    /** What brings a file back; {@code backup} is null if there was none. */
    private record Undo(Path target, Path backup) {}

    /**
     * An installation of nothing yet.
     *
     * @param backups a folder for links to the old files, on the file system of most of them
     */
    Installation(Path backups) {
        this.backups = backups;
    }

    /** Adds a file, complete and synced, on the same file system as its place. */
    void add(Path from, Path to) {
        moves.put(from, to);
    }

    /**
     * Moves all files.
     *
     * @throws EngineException when one cannot be moved; everything is as before then
     */
    void run() throws EngineException {
        Path target = null;
        try {
            for (Map.Entry<Path, Path> move : moves.entrySet()) {
                target = move.getValue();
                undos.push(new Undo(target, backup(target)));
                Files.move(move.getKey(), target, StandardCopyOption.ATOMIC_MOVE);
            }
            sync();
        } catch (IOException e) {
            takeBack();
            throw EngineException.io(target, e);
        }
    }

    private void sync() throws IOException {
        Set<Path> folders = new LinkedHashSet<>();
        moves.values().forEach(target -> folders.add(target.getParent()));
        for (Path folder : folders) {
            PrivateFiles.sync(folder);
        }
    }

    /** A second name for the old file: costs nothing and keeps its bytes. */
    private Path backup(Path target) throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(target.toString(), null, "Is a directory");
        }
        Path backup = backups.resolve("old-" + undos.size());
        try {
            return Files.createLink(backup, target);
        } catch (IOException | UnsupportedOperationException e) {
            return copy(target, backup); // another file system, or one without links
        }
    }

    private static Path copy(Path target, Path backup) throws IOException {
        return Files.copy(target, backup, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }

    private void takeBack() {
        while (!undos.isEmpty()) {
            Undo undo = undos.pop();
            try {
                takeBack(undo);
            } catch (IOException e) {
                continue; // the others may still be taken back, and the first failure is the one to tell
            }
        }
    }

    private static void takeBack(Undo undo) throws IOException {
        if (undo.backup() == null) {
            Files.deleteIfExists(undo.target());
        } else {
            // across file systems the rename is no rename; a copy beside the old place is
            Files.move(undo.backup(), undo.target(), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
