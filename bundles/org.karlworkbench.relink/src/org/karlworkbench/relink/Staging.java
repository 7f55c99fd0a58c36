package org.karlworkbench.relink;

import java.io.IOException;
import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.source.AtExit;
import org.karlworkbench.kit.source.TempFolder;

/**
 * A temporary folder beside a target, on the same file system, that only its owner can enter. It goes away with all
 * that is in it when it is closed, and when the virtual machine is ended; that of one that was killed when the next is made there.
 */
final class Staging implements AutoCloseable {
    private static final String HIDDEN = ".";
    private static final String PREFIX = HIDDEN + "karl-";

    private final Path folder;
    private final Runnable cleanUp = this::remove;

    private Staging(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes one.
     *
     * @param parent the folder in which the target is or will be
     * @throws EngineException when nothing can be written there
     */
    static Staging in(Path parent) throws EngineException {
        try {
            Staging staging = new Staging(TempFolder.fresh(parent, HIDDEN));
            AtExit.add(staging.cleanUp);
            return staging;
        } catch (IOException e) {
            throw EngineException.io(parent, e);
        }
    }

    /** The folder in which such a folder is, if a path leads into one, whose name nobody has to see; else null. */
    static Path parentOf(String path) {
        int at = path == null ? -1 : path.indexOf("/" + PREFIX);
        return at < 0 ? null : Path.of(path.substring(0, at + 1));
    }

    /** Whether a name is that of such a folder. */
    static boolean isName(String name) {
        return name.startsWith(PREFIX);
    }

    Path folder() {
        return folder;
    }

    /** A file in it, which need not exist. */
    Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        remove();
        AtExit.remove(cleanUp);
    }

    /** Waits for an installation that is under way, which holds this staging's lock. */
    private synchronized void remove() {
        TempFolder.remove(folder);
    }
}
