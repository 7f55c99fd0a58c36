package org.karlworkbench.ui.kits;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.layout.FoundRelink;
import org.karlworkbench.relink.FoundEntry;
import org.karlworkbench.ui.Problems;

/** Makes what an original relink left in a kit's folder the first of the kit's relinks. */
final class FoundRelinks {
    /** Before the first that the workbench itself makes. */
    private static final String KERNEL = "bsd-0000";

    private FoundRelinks() {}

    /**
     * Looks into a kit's folder. Where what lies there agrees with the kit and with itself, it is taken, once.
     *
     * @param kitFile the kit's file
     * @param kit the kit
     * @param progress told how far the recovery is; asked for cancel
     * @return what a person should know of it
     */
    static List<Finding> take(IFile kitFile, LoadedKit kit, Progress progress) {
        if (kit.hasErrors()) {
            return List.of();
        }
        try {
            Optional<FoundRelink> found = FoundRelink.in(kit, progress);
            if (found.isPresent() && found.get().differences().isEmpty()) {
                take(kitFile, kit, found.get(), progress);
            }
            return found.map(FoundRelink::finding).stream().toList();
        } catch (EngineException e) {
            return List.of(FoundRelink.unusable(kit, e));
        }
    }

    private static void take(IFile kitFile, LoadedKit kit, FoundRelink found, Progress progress) {
        try {
            Path kernel = RelinkFolder.of(kitFile).resolve(KERNEL);
            if (!Files.exists(LedgerFiles.beside(kernel))) {
                FoundEntry.adopt(found, kit, kernel, progress);
                RelinkFolder.refresh(kitFile);
            }
        } catch (EngineException e) {
            Problems.log(e); // the kit is as good without
        }
    }
}
