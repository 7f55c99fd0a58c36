package org.karlworkbench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.relink.ledger.CleanUp;
import org.karlworkbench.relink.ledger.FiledEntry;
import org.karlworkbench.relink.ledger.Ledgers;
import org.karlworkbench.relink.ledger.Removal;

/** {@code karl ledger delete}: takes relinks away. */
final class LedgerDeleteVerb extends Verb {
    private final Given<Path> folder = options.argument("DIR", "The folder of the ledger.");
    private final Given<List<Path>> entries =
            options.arguments("ENTRY", "Entries of it, such as bsd.ledger.json, or bsd.");
    private final Given<Boolean> force =
            options.flag("Pinned entries too, unreadable ones, and changed kernels beside their entries.", "--force");

    LedgerDeleteVerb() {
        super(
                "Deletes entries, each with its kernel and places, where these lie in the folder. It asks nothing.",
                "When one of the entries may not go, none goes.");
    }

    @Override
    Answer answer(Progress progress) throws EngineException {
        List<Removal> removals = new ArrayList<>();
        for (FiledEntry each : Ledgers.find(folder.get(), entries.get())) {
            removals.add(Removal.of(each, force.get()));
        }
        Interrupt.arm();
        CleanUp cleanUp = new CleanUp(removals);
        cleanUp.run(progress);
        return new CleanUpAnswer(cleanUp, false);
    }
}
