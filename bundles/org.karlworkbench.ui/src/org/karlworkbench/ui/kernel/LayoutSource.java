package org.karlworkbench.ui.kernel;

import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.Architectures;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.kits.Kits;

/** Reads layouts for editors: with the kit's help where the ledger does not say where the objects lie. */
public final class LayoutSource {
    private static final long PAGE = 4_096;

    private LayoutSource() {}

    /**
     * Reads a layout. Not for the UI thread.
     *
     * @param kernel any ELF file
     * @param progress is told how far it is
     * @return the layout
     * @throws EngineException when the file cannot be read
     */
    public static Layout read(Path kernel, Progress progress) throws EngineException {
        Layout layout = Layout.read(kernel, null, null, progress);
        LoadedKit kit = layout.objects().count() > 0 ? null : kitOrNull(kernel, progress);
        return kit == null ? layout : Layout.read(kernel, kit, null, progress);
    }

    /**
     * The kit of a relink. Not for the UI thread.
     *
     * @param kernel any file
     * @param progress is told how far it is
     * @return the kit, or null when the file is no relink of the workspace or its kit cannot be read
     */
    public static LoadedKit kitOrNull(Path kernel, Progress progress) {
        IFile owner = Kits.ownerOf(kernel);
        if (owner == null) {
            return null;
        }
        try {
            return Kits.get().read(owner, progress);
        } catch (EngineException e) {
            Problems.log(e);
            return null; // a kernel can be looked at without its kit
        }
    }

    /** The page size for a kernel's map, in bytes. */
    public static long page(Layout layout) {
        return layout.entry()
                .map(LedgerEntry::getArch)
                .flatMap(Architectures::named)
                .map(Architecture::page)
                .map(Integer::longValue)
                .orElse(PAGE);
    }
}
