package org.karlworkbench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LedgerEdits;
import org.karlworkbench.relink.ledger.EntryCheck;
import org.karlworkbench.relink.ledger.FiledEntry;
import org.karlworkbench.relink.ledger.Ledgers;

/** {@code karl ledger pin} and {@code karl ledger unpin}: what is pinned stays. */
final class LedgerPinVerb extends Verb {
    private final Given<Path> folder = options.argument("DIR", "The folder of the ledger.");
    private final Given<List<Path>> entries =
            options.arguments("ENTRY", "Entries of it, such as bsd.ledger.json, or bsd.");
    private final boolean pinned;

    LedgerPinVerb(boolean pinned) {
        super(
                pinned ? "Pins entries: no clean-up takes them." : "Lets pinned entries go again.",
                "A relink that goes to the same file replaces a pinned entry as any other.");
        this.pinned = pinned;
    }

    @Override
    Answer answer(Progress progress) throws EngineException {
        List<FiledEntry> filed = Ledgers.find(folder.get(), entries.get());
        List<FiledEntry> changed = new ArrayList<>();
        for (FiledEntry each : filed) {
            LedgerEdits.pin(each.file(), pinned);
            changed.add(FiledEntry.read(each.file()));
        }
        return new LedgerAnswer(EntryCheck.of(changed, false, progress), false, false, Karl.DONE);
    }
}
