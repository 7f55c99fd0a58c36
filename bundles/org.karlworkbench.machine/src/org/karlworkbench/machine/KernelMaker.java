package org.karlworkbench.machine;

import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;

/** Links kernels for machines. */
public interface KernelMaker {
    /** Which kernel of a kit. */
    enum Kind {
        /** The one that a base set ships: in the kit's own order, and the same for everybody. */
        SHIPPED,
        /** A new one in random order, which nobody else has. */
        UNIQUE
    }

    /**
     * Links a kernel and proves it.
     *
     * @param kit the kit
     * @param kind which kernel
     * @param folder an empty folder for the kernel and its ledger entry
     * @param progress told of the phases; asked for cancel
     * @return the kernel, every byte of it accounted for
     * @throws EngineException if it cannot be linked, or is not what it should be
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    MadeKernel make(LoadedKit kit, Kind kind, Path folder, Progress progress) throws EngineException;
}
