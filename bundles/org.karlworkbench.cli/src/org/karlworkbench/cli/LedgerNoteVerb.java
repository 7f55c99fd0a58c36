package org.karlworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LedgerEdits;
import org.karlworkbench.relink.ledger.EntryCheck;
import org.karlworkbench.relink.ledger.FiledEntry;
import org.karlworkbench.relink.ledger.Ledgers;

/** {@code karl ledger note}: writes a note into an entry. */
final class LedgerNoteVerb extends Verb {
    private final Given<Path> folder = options.argument("DIR", "The folder of the ledger.");
    private final Given<Path> entry = options.argument("ENTRY", "An entry of it, such as bsd.ledger.json, or bsd.");
    private final Given<String> text = options.text("TEXT", "The note; '' takes it away.");

    LedgerNoteVerb() {
        super("Writes a note into an entry, in place of the one before.", "");
    }

    @Override
    Answer answer(Progress progress) throws EngineException {
        FiledEntry filed = Ledgers.find(folder.get(), entry.get());
        LedgerEdits.note(filed.file(), text.get());
        List<FiledEntry> changed = List.of(FiledEntry.read(filed.file()));
        return new LedgerAnswer(EntryCheck.of(changed, false, progress), false, false, Karl.DONE);
    }
}
