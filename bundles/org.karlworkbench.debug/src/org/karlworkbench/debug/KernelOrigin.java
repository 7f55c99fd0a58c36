package org.karlworkbench.debug;

import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.debug.trace.Trace;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;

/** A kernel that is at hand, with or without its kit. */
public final class KernelOrigin extends Origin {
    private final KernelRelink kernel;
    private final KitSymbols kit;

    /**
     * Reads a kernel.
     *
     * @param file the kernel
     * @param kit its kit, for the objects' names and lines; null where there is none
     * @param progress told of one phase
     * @throws EngineException when the kernel cannot be read, or with code {@code no-symbols} when it has none
     */
    public KernelOrigin(Path file, LoadedKit kit, Progress progress) throws EngineException {
        this.kernel = KernelRelink.read(file, kit, progress);
        if (kernel.layout().symbols().count() == 0) {
            throw new EngineException(
                    "no-symbols",
                    file.toString(),
                    null,
                    "has no symbols, so that nothing in it has a name",
                    "give the kernel as it was before it was stripped, or the ledger of its relinks");
        }
        this.kit = kit == null ? null : new KitSymbols(kit);
    }

    @Override
    List<Suspects> suspects(Trace trace, Progress progress) {
        return List.of(new Suspects(kit, List.of(kernel), List.of()));
    }

    @Override
    public void close() {
        // all was read
    }
}
