package org.karlworkbench.relink;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.AmbiguousKitException;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.model.LedgerEntry;

/** Finds the kit that a ledger entry names: at its path, or, when ledger and kit were moved, beside the entry. */
public final class EntryKit {
    private EntryKit() {}

    /**
     * Opens the kit.
     *
     * @param entryFile the entry's file
     * @param entry the entry
     * @param progress as for {@link KitSource#open}
     * @return the kit's files; to be closed
     * @throws EngineException code {@code no-kit} if it is nowhere, and as {@link KitSource#open}
     */
    public static KitSource open(Path entryFile, LedgerEntry entry, Progress progress) throws EngineException {
        Path kit = find(entryFile, entry);
        try {
            return KitSource.open(kit, null, progress);
        } catch (AmbiguousKitException e) {
            if (entry.getKitFolder() == null) {
                throw e;
            }
            return KitSource.open(kit, entry.getKitFolder(), progress);
        }
    }

    private static Path find(Path entryFile, LedgerEntry entry) throws EngineException {
        String recorded = entry.getKitPath();
        for (Path candidate : candidates(entryFile.toAbsolutePath().normalize(), recorded)) {
            if (Files.exists(candidate)) {
                return candidate;
            }
        }
        throw new EngineException(
                "no-kit",
                entryFile.toString(),
                "kitPath",
                recorded == null
                        ? "does not say where the kit lies"
                        : "the kit is neither at " + recorded + " nor beside the entry",
                "name the kit with --kit");
    }

    private static Set<Path> candidates(Path entryFile, String recorded) {
        Set<Path> candidates = new LinkedHashSet<>();
        try {
            Path path = recorded == null || recorded.isEmpty() ? null : Path.of(recorded);
            if (path != null && path.getFileName() != null) {
                candidates.add(entryFile.resolveSibling(path));
                candidates.add(entryFile.resolveSibling(path.getFileName()));
                candidates.add(entryFile.getParent().resolveSibling(path.getFileName()));
            }
        } catch (InvalidPathException e) {
            return Set.of(); // no such path is anywhere
        }
        return candidates;
    }
}
