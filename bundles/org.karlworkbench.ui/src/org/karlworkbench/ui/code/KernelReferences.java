package org.karlworkbench.ui.code;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.WeakHashMap;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.ui.kernel.LayoutSource;
import org.karlworkbench.verify.References;

/** The references of kernels that are open: found at the first question, and kept as long as memory allows. */
final class KernelReferences {
    private static final Map<Layout, SoftReference<References>> FOUND = new WeakHashMap<>();

    private KernelReferences() {}

    /**
     * The references of a kernel. Not for the UI thread.
     *
     * @param layout the kernel's
     * @param progress is told how far it is
     * @return the references, or null when the kernel is no relink of a kit in the workspace
     * @throws EngineException when a file cannot be read, or kit and kernel do not belong together
     */
    static synchronized References of(Layout layout, Progress progress) throws EngineException {
        SoftReference<References> kept = FOUND.get(layout);
        References references = kept == null ? null : kept.get();
        if (references == null) {
            LoadedKit kit = LayoutSource.kit(layout, progress);
            if (kit == null) {
                return null;
            }
            references = References.read(layout, kit, progress);
            FOUND.put(layout, new SoftReference<>(references));
        }
        return references;
    }
}
