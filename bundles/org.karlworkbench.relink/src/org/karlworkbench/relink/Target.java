package org.karlworkbench.relink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.PrivateFiles;

/**
 * Where a relink's files go. The kernel may be missing: then only an entry is made.
 *
 * @param kernel the kernel's file, in a folder without symbolic links; or null
 * @param ledger the folder of entry and places
 * @param beside whether they lie beside the kernel, under its name
 */
record Target(Path kernel, Path ledger, boolean beside) {

    /**
     * Checks where the files shall go, and makes the ledger's folder.
     *
     * @param kernel what the user named, or null
     * @param ledgerFolder what the user named, or null for beside the kernel
     * @param kit the kit, none of whose files may be replaced
     * @param progress told what is doubtful about the ledger's folder
     * @throws EngineException when nothing can be put there
     */
    static Target of(Path kernel, Path ledgerFolder, LoadedKit kit, Progress progress) throws EngineException {
        if (kernel == null && ledgerFolder == null) {
            throw new IllegalArgumentException("neither a kernel nor a ledger folder");
        }
        Path file = kernel == null ? null : kernelFile(kernel, kit);
        if (ledgerFolder == null) {
            PrivateFiles.requireReplaceable(LedgerFiles.beside(file));
            return new Target(file, file.getParent(), true);
        }
        LedgerFolder.prepare(ledgerFolder, progress);
        return new Target(file, real(ledgerFolder), false);
    }

    /**
     * Checks where a kernel shall go, and makes nothing.
     *
     * @param kernel what the user named
     * @param beside whether entry and places lie beside it
     * @param kit as above
     * @throws EngineException as above
     */
    static void check(Path kernel, boolean beside, LoadedKit kit) throws EngineException {
        Path file = kernelFile(kernel, kit);
        if (beside) {
            Path entry = LedgerFiles.beside(file);
            PrivateFiles.requireReplaceable(entry);
            PrivateFiles.requireReplaceable(LedgerFiles.placesOf(entry));
        }
    }

    /** The folder in which the linker writes: on the file system of the kernel. */
    Path folder() {
        return kernel == null ? ledger : kernel.getParent();
    }

    private static Path kernelFile(Path kernel, LoadedKit kit) throws EngineException {
        Path absolute = kernel.toAbsolutePath().normalize();
        if (absolute.getFileName() == null) {
            throw bad(kernel, "is a folder, not a file", "name a file");
        }
        Path parent = real(absolute.getParent());
        Path file = parent.resolve(absolute.getFileName());
        PrivateFiles.requireReplaceable(file);
        requireForeign(file, kit);
        requireOther(file, kit.origin());
        return file;
    }

    /** A kit that came from an archive would be lost with it. */
    private static void requireOther(Path file, Path source) throws EngineException {
        try {
            if (Files.exists(file) && Files.isSameFile(file, source)) {
                throw bad(file, "is the archive that holds the kit", "choose another name");
            }
        } catch (NoSuchFileException e) {
            return; // the archive has gone since the kit was read
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    private static Path real(Path folder) throws EngineException {
        try {
            Path real = folder.toRealPath();
            if (!Files.isDirectory(real)) {
                throw bad(folder, "is not a folder", "name a file in a folder");
            }
            return real;
        } catch (NoSuchFileException e) {
            throw new EngineException("io", folder.toString(), null, "no such folder", "make the folder first", e);
        } catch (IOException e) {
            throw EngineException.io(folder, e);
        }
    }

    private static void requireForeign(Path file, LoadedKit kit) throws EngineException {
        Path folder = real(kit.folder());
        if (!file.startsWith(folder)) {
            return;
        }
        String name = folder.relativize(file).toString();
        boolean library = kit.objects().stream().anyMatch(object -> object.isMember() && object.isIn(name));
        boolean own = name.equals("Makefile") || name.equals(kit.script()) || kit.object(name) != null || library;
        if (own) {
            throw bad(file, "is a file of the kit itself", "choose another name");
        }
    }

    private static EngineException bad(Path file, String problem, String cure) {
        return new EngineException(PrivateFiles.BAD_TARGET, file.toString(), null, problem, cure);
    }
}
