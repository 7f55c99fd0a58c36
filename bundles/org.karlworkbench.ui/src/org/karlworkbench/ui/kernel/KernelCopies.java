package org.karlworkbench.ui.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.runtime.Platform;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LedgerGlance;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.PrivateFiles;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.relink.EntryKit;
import org.karlworkbench.relink.KernelFile;
import org.karlworkbench.relink.Replay;
import org.karlworkbench.relink.ReplayRequest;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.linkers.LinkerKind;
import org.karlworkbench.ui.linkers.Linkers;

/** Kernels to be looked at that are not there any more: replayed from their ledger entries, apart from the ledgers. */
public final class KernelCopies {
    private KernelCopies() {}

    /** The folder for copies of kernels, of this workspace and for its owner only. */
    public static Path folder() {
        return Platform.getStateLocation(Platform.getBundle(Ids.PLUGIN))
                .append("kernels")
                .toPath();
    }

    /**
     * The kernel of a relink. Not for the UI thread.
     *
     * @param named a ledger entry, or a kernel
     * @param progress told of the replay, if there is one; asked for cancel
     * @return the kernel itself; where it is gone, one with the same draw
     * @throws EngineException when the entry cannot be read or replayed
     */
    public static Path kernel(Path named, Progress progress) throws EngineException {
        if (!named.toString().endsWith(LedgerFiles.SUFFIX)) {
            return named;
        }
        Path beside = LedgerFiles.kernelOf(named);
        if (Files.isRegularFile(beside)) {
            return beside;
        }
        LedgerGlance glance = LedgerGlance.read(named);
        return isThere(glance) ? glance.kernel() : replayed(named, glance, progress);
    }

    /** Where a kernel was once, another one may be now. */
    private static boolean isThere(LedgerGlance glance) throws EngineException {
        Path kernel = glance.kernel();
        return kernel != null
                && Files.isRegularFile(kernel)
                && KernelFile.sha256(kernel).equals(glance.sha256());
    }

    /** A copy has the digest in its folder's name, so that the next one who asks finds it. */
    private static Path replayed(Path entryFile, LedgerGlance glance, Progress progress) throws EngineException {
        if (!glance.sha256().matches("[0-9a-f]{64}")) {
            throw new EngineException(
                    "bad-ledger", entryFile.toString(), "sha256", "is no digest", "search another ledger");
        }
        Path folder = folder().resolve(glance.sha256());
        Path copy = folder.resolve(LedgerFiles.kernelOf(entryFile).getFileName());
        if (Files.isRegularFile(copy) && Files.isRegularFile(LedgerFiles.beside(copy))) {
            return copy;
        }
        PrivateFiles.folder(folder);
        LedgerEntry entry = LedgerFiles.read(entryFile);
        try (KitSource source = EntryKit.open(entryFile, entry, progress)) {
            LoadedKit kit = LoadedKit.read(source, progress);
            LinkerKind linker = new LinkerKind(kit.architecture(), entry.getLinker());
            Replay.run(
                    new ReplayRequest(
                            entryFile, entry, kit, copy, Linkers.named(linker).orElse(null)),
                    progress);
        }
        return copy;
    }
}
