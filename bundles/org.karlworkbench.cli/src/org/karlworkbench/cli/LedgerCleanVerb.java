package org.karlworkbench.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.relink.ledger.CleanUp;
import org.karlworkbench.relink.ledger.Ledgers;

/** {@code karl ledger clean}: takes older relinks away. */
final class LedgerCleanVerb extends Verb {
    private final Given<Path> folder = options.argument("DIR", "The folder of the ledger.");
    private final Given<Integer> keep = options.number("N", "Keep the newest N entries.", "--keep");
    private final Given<Integer> days = options.number("DAYS", "Keep what is not older than this.", "--older-than");
    private final Given<Boolean> kernels =
            options.flag("Take the kernels only; a replay makes them again.", "--kernels-only");
    private final Given<Boolean> dry = options.flag("Only tell what would go.", "--dry-run");

    LedgerCleanVerb() {
        super(
                "Deletes all but the newest entries, each with its kernel and places.",
                "Pinned entries stay, and those that cannot be read.");
    }

    @Override
    Answer answer(Progress progress) throws EngineException, UsageException {
        if (!keep.isThere()) {
            throw new UsageException("it is not said how many stay", "give --keep N, 0 for none but the pinned");
        }
        requireNatural("--keep", keep);
        requireNatural("--older-than", days);
        Interrupt.arm();
        Instant since = days.isThere() ? Instant.now().minus(Duration.ofDays(days.get())) : null;
        CleanUp.Keep what = new CleanUp.Keep(keep.get(), since, kernels.get());
        CleanUp cleanUp = CleanUp.plan(Ledgers.read(folder.get(), progress), what, progress);
        if (!dry.get()) {
            cleanUp.run(progress);
        }
        return new CleanUpAnswer(cleanUp, dry.get());
    }

    private static void requireNatural(String option, Given<Integer> number) throws UsageException {
        if (number.isThere() && number.get() < 0) {
            throw new UsageException(option + " " + number.get() + " is out of range", "use 0 or more");
        }
    }
}
