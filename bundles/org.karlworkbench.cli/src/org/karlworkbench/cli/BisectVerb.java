package org.karlworkbench.cli;

import java.nio.file.Path;
import org.karlworkbench.debug.bisect.BisectRequest;
import org.karlworkbench.debug.bisect.Bisection;
import org.karlworkbench.debug.trial.KernelTest;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.relink.EntryKit;

/** {@code karl bisect}: the smallest difference between two relinks that makes a test fail. */
final class BisectVerb extends Verb {
    private static final int MOST_SAMPLED = 100_000;
    private static final int MOST_REPEATED = 1000;

    private final Given<Path> good = options.neededFile("ENTRY", "The ledger entry of a relink that works.", "--good");
    private final Given<Path> bad = options.neededFile("ENTRY", "The ledger entry of one that fails.", "--bad");
    private final TestOptions test = new TestOptions(options);
    private final KitOption kit = new KitOption(options);
    private final Given<Integer> sample =
            options.number("N", "How many random relinks are tested first; 8 unless told otherwise.", "--sample");
    private final Given<Integer> repeat = options.number(
            "N", "How often a relink is tested at most, for a flaky test such as 40; once unless told.", "--repeat");
    private final Given<Path> state =
            options.file("DIR", "Keep what is known there, so that the search can be gone on with.", "--state");

    BisectVerb() {
        super(
                "Finds the smallest difference between two relinks that makes a test fail.",
                "COMMAND runs by sh -c, with the kernel's file in KERNEL. Exit status 1 if no cause is found.");
    }

    @Override
    Answer answer(Progress progress) throws EngineException, UsageException {
        KernelTest asked = test.settle();
        int sampled = within("--sample", sample, 0, MOST_SAMPLED);
        kit.checkName();
        int repeated = within("--repeat", repeat, 1, MOST_REPEATED);
        Interrupt.arm();
        try (KitSource source = open(progress)) {
            LoadedKit loaded = LoadedKit.read(source, progress);
            BisectRequest request = new BisectRequest(
                    loaded, good.get(), bad.get(), asked, sampled, repeated, Seed.random(), state.get());
            return new BisectAnswer(request, Bisection.run(request, progress));
        }
    }

    private KitSource open(Progress progress) throws EngineException {
        return kit.isNamed()
                ? KitSource.open(kit.path(), kit.name(), progress)
                : EntryKit.open(bad.get(), LedgerFiles.read(bad.get()), progress);
    }

    private static int within(String name, Given<Integer> given, int least, int most) throws UsageException {
        int number = given.isThere() ? given.get() : least;
        if (number < least || number > most) {
            throw new UsageException(name + " " + number + " makes no sense", "give " + least + " to " + most);
        }
        return number;
    }
}
