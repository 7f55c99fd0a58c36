package org.karlworkbench.relink;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.PrivateFiles;

/**
 * The folder that a user named for the ledger. It is closed to others before anything is written into it: a new one and
 * one that holds nothing else. One that holds other things is somebody's for other ends too, and only a warning is given.
 */
final class LedgerFolder {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");

    private LedgerFolder() {}

    /**
     * Makes it or closes it.
     *
     * @param folder the folder
     * @param progress told when others can look into it
     * @throws EngineException when it cannot be made or read, or if something else has its name
     */
    static void prepare(Path folder, Progress progress) throws EngineException {
        PrivateFiles.folder(folder);
        try {
            boolean open = !OWNER.containsAll(Files.getPosixFilePermissions(folder));
            if (open && !close(folder) && Files.isWritable(folder)) {
                progress.say("warning: " + folder + ": others can look into this folder; the files of the ledger are "
                        + "readable by their owner only, a folder of their own would hide their names too");
            }
        } catch (DirectoryIteratorException e) {
            throw EngineException.io(folder, e.getCause());
        } catch (IOException e) {
            throw EngineException.io(folder, e);
        }
    }

    /** False where the folder is not ours to close. */
    private static boolean close(Path folder) throws IOException {
        if (!isOfLedgersOnly(folder)) {
            return false;
        }
        try {
            Files.setPosixFilePermissions(folder, OWNER);
            return true;
        } catch (FileSystemException e) {
            return false; // another user's, or on a file system without modes
        }
    }

    private static boolean isOfLedgersOnly(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!name.endsWith(LedgerFiles.SUFFIX) && !name.endsWith(LedgerFiles.PLACES) && !Staging.isName(name)) {
                    return false;
                }
            }
        }
        return true;
    }
}
