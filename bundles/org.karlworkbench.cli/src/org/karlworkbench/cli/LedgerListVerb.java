package org.karlworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.relink.ledger.EntryCheck;
import org.karlworkbench.relink.ledger.Ledgers;

/** {@code karl ledger list} and {@code karl ledger verify}: all relinks, and whether each is what it should be. */
final class LedgerListVerb extends Verb {
    private final Given<Path> folder = options.argument("DIR", "The folder of the ledger.");
    private final Given<Boolean> seeds = options.flag("Show the seeds, which undo the randomization.", "--seeds");
    private final boolean verify;

    LedgerListVerb(boolean verify) {
        super(
                verify
                        ? "Checks each entry's kernel against its digest, and its places."
                        : "Lists all relinks, the oldest first.",
                verify
                        ? "Exit status 1 if one is not what it should be."
                        : "Exit status 1 if an entry cannot be read; the reason stands in its place.");
        this.verify = verify;
    }

    @Override
    Answer answer(Progress progress) throws EngineException {
        Interrupt.arm();
        List<EntryCheck> checks = EntryCheck.of(Ledgers.read(folder.get(), progress), verify, progress);
        boolean good = checks.stream()
                .allMatch(check -> verify ? check.isSound() : check.filed().isReadable());
        return new LedgerAnswer(checks, seeds.get(), verify, good ? Karl.DONE : Karl.NO);
    }
}
