package org.karlworkbench.debug.bisect;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.karlworkbench.debug.trial.KernelTest;
import org.karlworkbench.debug.trial.Question;
import org.karlworkbench.debug.trial.TrialLinker;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Sha256;
import org.karlworkbench.relink.Repeat;

/** Tries draws: each is relinked, tested as often as it takes, and written down. */
final class Trials {
    private static final int MOST_UNDECIDED = 8;

    /** A reply was taken back. */
    static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** A draw and what came of it. */
    record Trial(Draw draw, boolean fails) {}

    private final TrialLinker linker;
    private final Repeat like;
    private final KernelTest test;
    private final int repeat;
    private final Path temporary;
    private final Journal journal;
    private final Progress progress;
    private final List<Trial> decided = new ArrayList<>();

    /** Null as long as nothing is learnt. */
    private Odds odds;

    private final Set<String> counted = new HashSet<>();
    private int runs;
    private int undecided;

    Trials(
            TrialLinker linker,
            Repeat like,
            KernelTest test,
            int repeat,
            Path temporary,
            Journal journal,
            Progress progress) {
        this.linker = linker;
        this.like = like;
        this.test = test;
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

    /** The same without the two relinks from which was learnt. */
    List<Trial> sampled() {
        return List.copyOf(decided.subList(2, decided.size()));
    }

    /**
     * Learns from the two relinks what working and failing is: of a flaky test's runs some fail here and fewer there.
     *
     * @return null if they are told apart, else in words why they are not
     * @throws EngineException code {@code test-undecided} where the test never could tell
     */
    String learn(Draw good, Draw bad) throws EngineException {
        if (good.equals(bad)) {
            return "both relinks have the same order and the same gaps";
        }
        Verdict works = verdict(good);
        Verdict fails = verdict(bad);
        if (Double.isNaN(works.failing()) && Double.isNaN(fails.failing())) {
            throw undecided("could not tell of the good relink, nor of the bad one", fails);
        }
        odds = Odds.of(works, fails);
        if (odds == null) {
            return comparison(works, fails) + ": of " + repeat + " runs " + works.fails()
                    + " fail for the good relink and " + fails.fails() + " for the bad one; " + works.unknown()
                    + " and " + fails.unknown() + " could not tell";
        }
        decided.add(new Trial(good, false));
        decided.add(new Trial(bad, true));
        return null;
    }

    private static String comparison(Verdict good, Verdict bad) {
        if (Double.isNaN(good.failing()) || Double.isNaN(bad.failing())) {
            return "the test tells only of one of the two relinks";
        }
        if (good.failing() > bad.failing()) {
            return "the good relink fails more often than the bad one";
        }
        if (good.failing() < bad.failing()) {
            return "the bad relink hardly fails more often than the good one";
        }
        return good.fails() == 0 ? "both relinks work" : good.works() == 0 ? "both relinks fail" : "both fail as often";
    }

    /** Whether a draw fails; null where that cannot be told. */
    Boolean fails(Draw draw) throws EngineException {
        Verdict verdict = verdict(draw);
        if (Double.isNaN(verdict.failing())) {
            requirePatience(verdict);
            return null;
        }
        undecided = 0;
        boolean fails = odds.fails(verdict);
        decided.add(new Trial(draw, fails));
        return fails;
    }

    private void requirePatience(Verdict verdict) throws EngineException {
        if (++undecided >= MOST_UNDECIDED) {
            throw undecided("could not tell of " + undecided + " relinks in a row", verdict);
        }
    }

    private EngineException undecided(String often, Verdict last) {
        return new EngineException(
                "test-undecided",
                test.words(),
                null,
                often + "; it said so, or did not end in time, in " + last.unknown() + " of " + last.runs()
                        + " runs of the last one",
                "give it more time with --timeout, or let it fail where it hangs: timeout 60 COMMAND");
    }

    private Verdict verdict(Draw draw) throws EngineException {
        progress.checkCancelled();
        String key = key(draw);
        Verdict verdict = journal.of(key);
        if (verdict == null) {
            verdict = test(draw);
            journal.add(key, verdict);
        }
        runs += counted.add(key) ? verdict.runs() : 0;
        return verdict;
    }

    /** A reply that was taken back begins the search again: it comes to the same question by the replies before it. */
    private Verdict test(Draw draw) throws EngineException {
        Path kernel = linker.link(journal.seed(), TrialLinker.repeat(like, draw), progress);
        Verdict verdict = new Verdict(0, 0, 0);
        for (int i = 0; i < repeat && (odds == null || !odds.isCertain(verdict)); i++) {
            boolean undo = i > 0 || journal.canForget();
            KernelTest.Reply reply = test.ask(new Question(kernel, temporary, runs + i + 1, undo), progress);
            if (reply == KernelTest.Reply.UNDO) {
                if (i == 0) {
                    journal.forgetLast();
                }
                throw new Undone();
            }
            verdict = verdict.plus(reply);
        }
        return verdict;
    }

    private static String key(Draw draw) {
        String text = String.join("\n", draw.order()) + "\n" + draw.gaps().byName();
        return digest(text);
    }

    /** SHA-256 of a text in hexadecimal digits. */
    static String digest(String text) {
        return HexFormat.of().formatHex(Sha256.create(0).digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
