package org.karlworkbench.ui.kernel;

import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.OwnKit;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.kits.Kits;

/** Reads layouts for editors: with the kit's help where the ledger does not say where the objects lie. */
public final class LayoutSource {
    private static final long PAGE = 4_096;

    private LayoutSource() {}

    /**
     * Reads a layout. Where the kit in whose folder the kernel lies is not its own, a line of the layout's problems says
     * so, and nothing is taken from that kit. Not for the UI thread.
     *
     * @param kernel any kernel
     * @param progress is told how far it is
     * @return the layout
     * @throws EngineException when the file cannot be read
     */
    public static Layout read(Path kernel, Progress progress) throws EngineException {
        Layout layout = Layout.read(kernel, null, null, progress);
        return layout.objects().count() > 0 ? layout : withKit(layout, progress).layout();
    }

    /**
     * A kernel and the kit from which it was linked.
     *
     * @param layout the kernel's
     * @param kit null when it is no relink of the workspace, or its kit cannot be used, which the layout's problems tell
     */
    public record Relink(Layout layout, LoadedKit kit) {}

    /**
     * Reads a layout and the kernel's kit. Not for the UI thread.
     *
     * @param kernel any kernel
     * @param progress is told how far it is
     * @return both
     * @throws EngineException when the kernel cannot be read
     */
    public static Relink readWithKit(Path kernel, Progress progress) throws EngineException {
        return withKit(Layout.read(kernel, null, null, progress), progress);
    }

    private static Relink withKit(Layout layout, Progress progress) {
        try {
            LoadedKit kit = kit(layout, progress);
            // a kit tells more than the ledger: which symbols are no object's
            return new Relink(kit == null ? layout : Layout.read(layout.kernel(), kit, null, progress), kit);
        } catch (EngineException e) {
            Problems.log(e);
            return new Relink(layout.with(Problems.line(e)), null); // a kernel can be looked at without its kit
        }
    }

    /**
     * The kit of a relink. Not for the UI thread.
     *
     * @param layout a kernel's layout
     * @param progress is told how far it is
     * @return the kit, or null when the file is no relink of the workspace
     * @throws EngineException when the kit cannot be read, with code {@code wrong-kit} when the kernel was not linked from
     *     it
     */
    public static LoadedKit kit(Layout layout, Progress progress) throws EngineException {
        IFile owner = Kits.ownerOf(layout.kernel());
        if (owner == null) {
            return null;
        }
        LoadedKit kit = Kits.get().read(owner, progress);
        OwnKit.require(layout, kit, progress);
        return kit;
    }

    /** As {@link #kit}, and null too when the kit cannot be read or is another kernel's, which {@link #read} tells. */
    public static LoadedKit kitOrNull(Layout layout, Progress progress) {
        try {
            return kit(layout, progress);
        } catch (EngineException _) {
            return null;
        }
    }

    /** The page size for a kernel's map, in bytes. */
    public static long page(Layout layout) {
        return layout.architecture()
                .map(Architecture::page)
                .map(Integer::longValue)
                .orElse(PAGE);
    }
}
