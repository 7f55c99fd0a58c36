package org.karlworkbench.debug.bisect;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.ToIntFunction;
import org.karlworkbench.debug.trial.KernelCommand;
import org.karlworkbench.debug.trial.TrialLinker;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.relink.Repeat;

/** Tries draws: each is relinked, tested as often as it takes, and written down. */
final class Trials {
    private static final int LAST_VERDICT = 124;
    private static final int CANNOT_TELL = 125;
    private static final int MOST_UNDECIDED = 8;

    /** A draw and what came of it. */
    record Trial(Draw draw, boolean fails) {}

    private final TrialLinker linker;
    private final Repeat like;
    private final KernelCommand command;
    private final int repeat;
    private final Path temporary;
    private final Journal journal;
    private final Progress progress;
    private final List<Trial> decided = new ArrayList<>();

    /** Above this share of failing runs a draw fails. */
    private double threshold = 0.5;

    private int runs;
    private int undecided;

    Trials(
            TrialLinker linker,
            Repeat like,
            KernelCommand command,
            int repeat,
            Path temporary,
            Journal journal,
            Progress progress) {
        this.linker = linker;
        this.like = like;
        this.command = command;
        this.repeat = repeat;
        this.temporary = temporary;
        this.journal = journal;
        this.progress = progress;
    }

    int runs() {
        return runs;
    }

    /** All draws that were decided, in the order in which they were tried. */
    List<Trial> decided() {
        return List.copyOf(decided);
    }

    /**
     * Learns from the two relinks what working and failing is: of a flaky test's runs some fail here and fewer there.
     *
     * @return null if they are told apart, else in words why they are not
     */
    String learn(Draw good, Draw bad) throws EngineException {
        double works = verdict(good).failing();
        double fails = verdict(bad).failing();
        if (!(fails > works)) { // also where one could not be told
            return "of " + repeat + " runs " + count(good, Verdict::fails) + " fail for the good relink and "
                    + count(bad, Verdict::fails) + " for the bad one; " + count(good, Verdict::unknown) + " and "
                    + count(bad, Verdict::unknown) + " could not tell";
        }
        threshold = works + (fails - works) / 4; // a failure that comes seldom tells more than a success
        decided.add(new Trial(good, false));
        decided.add(new Trial(bad, true));
        return null;
    }

    private int count(Draw draw, ToIntFunction<Verdict> what) throws EngineException {
        return what.applyAsInt(verdict(draw));
    }

    /** Whether a draw fails; null where that cannot be told. */
    Boolean fails(Draw draw) throws EngineException {
        Verdict verdict = verdict(draw);
        if (Double.isNaN(verdict.failing())) {
            requirePatience(verdict);
            return null;
        }
        undecided = 0;
        boolean fails = verdict.failing() > threshold;
        decided.add(new Trial(draw, fails));
        return fails;
    }

    private void requirePatience(Verdict verdict) throws EngineException {
        if (++undecided >= MOST_UNDECIDED) {
            throw new EngineException(
                    "test-undecided",
                    command.command(),
                    null,
                    "could not tell for " + undecided + " relinks in a row; the last took " + verdict.unknown()
                            + " runs that ended with 125 or did not end within "
                            + command.timeout().toSeconds() + " seconds",
                    "give it more time with --timeout, or let it fail where it hangs: timeout 60 COMMAND");
        }
    }

    private Verdict verdict(Draw draw) throws EngineException {
        progress.checkCancelled();
        String key = key(draw);
        Verdict verdict = journal.of(key);
        if (verdict == null) {
            verdict = test(draw);
            journal.add(key, verdict);
        }
        runs += verdict.runs();
        return verdict;
    }

    private Verdict test(Draw draw) throws EngineException {
        Path kernel = linker.link(journal.seed(), TrialLinker.repeat(like, draw), progress);
        int[] counts = new int[3];
        for (int i = 0; i < repeat; i++) {
            counts[run(kernel)]++;
        }
        return new Verdict(counts[0], counts[1], counts[2]);
    }

    /** 0 for works, 1 for fails, 2 for cannot tell. */
    private int run(Path kernel) throws EngineException {
        KernelCommand.Said said = command.run(kernel, temporary, progress);
        if (said.timedOut() || said.status() == CANNOT_TELL) {
            return 2;
        }
        if (said.status() > LAST_VERDICT) {
            String words = said.words().isEmpty() ? "" : ": " + said.words().getLast();
            throw new EngineException(
                    "test-stopped",
                    command.command(),
                    null,
                    "ended with status " + said.status() + words,
                    "0 is for works, 1 to 124 for fails, 125 for cannot tell; all others stop the search");
        }
        return said.status() == 0 ? 0 : 1;
    }

    private static String key(Draw draw) {
        String text = String.join("\n", draw.order()) + "\n" + draw.gaps().byName();
        return digest(text);
    }

    /** SHA-256 of a text in hexadecimal digits. */
    static String digest(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
