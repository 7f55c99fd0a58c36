package org.karlworkbench.relink;

import java.nio.file.Path;
import java.util.Objects;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.LedgerEntry;

/**
 * Which relink to repeat, and where to.
 *
 * @param entryFile the file of the entry
 * @param entry the entry, as it was read
 * @param kit the kit that it names, or another that shall be taken for it
 * @param kernel the file to write
 * @param linker the linker, which has to be of the entry's name; null for the one on the PATH
 */
public record ReplayRequest(Path entryFile, LedgerEntry entry, LoadedKit kit, Path kernel, LinkerTool linker) {
    /** Checks that nothing needed is missing. */
    public ReplayRequest {
        Objects.requireNonNull(entryFile, "entryFile");
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(kit, "kit");
        Objects.requireNonNull(kernel, "kernel");
    }

    /**
     * A replay by the linker on the PATH.
     *
     * @param entryFile the file of the entry
     * @param entry the entry, as it was read
     * @param kit the kit
     * @param kernel the file to write
     */
    public ReplayRequest(Path entryFile, LedgerEntry entry, LoadedKit kit, Path kernel) {
        this(entryFile, entry, kit, kernel, null);
    }
}
