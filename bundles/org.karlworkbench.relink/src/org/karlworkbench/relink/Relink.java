package org.karlworkbench.relink;

import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;

/**
 * Relinks a kit: draws an order and gaps, has a linker link them, reads the result back, and puts kernel and ledger
 * entry in place only when every byte is accounted for.
 */
public final class Relink {
    private Relink() {}

    /**
     * Relinks. The same kit, recipe, seed and linker give the same kernel, byte for byte. When it fails or is
     * cancelled, an existing kernel and its ledger entry are untouched and no temporary file stays.
     *
     * @param request what to relink, and where to
     * @param progress told of the phases and the linker's own words; asked for cancel
     * @return the ledger entry, and where everything was put
     * @throws EngineException for trouble in one line, with one of the codes {@code kit-errors}, {@code stale-kit},
     *     {@code bad-recipe}, {@code refused-flag}, {@code bad-target}, {@code linker-missing}, {@code linker-failed},
     *     {@code linker-killed}, {@code linker-timeout}, {@code no-space}, {@code no-memory}, {@code bad-gap},
     *     {@code bad-kernel}, {@code unexplained-bytes}, {@code io}
     * @throws java.util.concurrent.CancellationException when the progress says so; the linker with all that it
     * started has ended then
     */
    public static RelinkResult run(RelinkRequest request, Progress progress) throws EngineException {
        return new RelinkRun(request, progress, true).run();
    }

    /**
     * Relinks by the built-in linker, of whose links of this kit one has been proved already: of this one only the shape is
     * checked, as it is on the disk.
     */
    static RelinkResult again(RelinkRequest request, Progress progress) throws EngineException {
        return new RelinkRun(request, progress, false).run();
    }
}
