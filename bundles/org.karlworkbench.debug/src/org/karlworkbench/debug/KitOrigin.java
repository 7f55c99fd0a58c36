package org.karlworkbench.debug;

import java.util.List;
import org.karlworkbench.debug.trace.Trace;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;

/** A kit alone: what it tells is true for every relink of it. */
public final class KitOrigin extends Origin {
    private final KitSymbols kit;

    /**
     * Takes a kit.
     *
     * @param kit the kit; its files stay the caller's
     */
    public KitOrigin(LoadedKit kit) {
        this.kit = new KitSymbols(kit);
    }

    @Override
    List<Suspects> suspects(Trace trace, Progress progress) {
        return List.of(new Suspects(kit, List.of(), List.of()));
    }

    @Override
    public void close() {
        // the files are the caller's
    }
}
