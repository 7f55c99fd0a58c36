package org.karlworkbench.debug.bisect;

import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.debug.trial.TrialLinker;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.RecipeSettings;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.kit.source.TempFolder;
import org.karlworkbench.linker.BuiltInLinker;
import org.karlworkbench.relink.Likeness;
import org.karlworkbench.relink.Repeat;

/**
 * Finds the smallest difference between a relink that works and one that fails. It asks of ever less of the bad relink
 * whether that is enough: kept as it is, while all else is drawn anew, does the test always fail?
 */
public final class Bisection {
    private static final int FEWEST_SAMPLED = 8;
    private static final int CONFIRMING = 12;
    private static final int SUSPECTS = 10;

    /** A suspect's p above which nobody should look at it. */
    private static final double DOUBTFUL = 0.01;

    /** One below which it is tried before anything is narrowed; of a thousand features some come near. */
    private static final double STRONG = 1e-6;

    private static final String UNEXPLAINED = "no single cause of a known kind explains what was tested";

    /** What half of the draws do by chance is no cause, and half of a difference is one. */
    private static final double HALF = 0.5;

    private final BisectRequest request;
    private final LoadedKit kit;
    private final Progress progress;
    private final Repeat good;
    private final Repeat bad;
    private final Recipe recipe;
    private final String ownLinker;

    private Bisection(BisectRequest request, Progress progress) throws EngineException {
        this.request = request;
        this.kit = request.kit();
        this.progress = progress;
        LedgerEntry entry = LedgerFiles.read(request.bad());
        recipe = recipe(entry);
        ownLinker = entry.getLinker();
        good = repeat(request.good(), LedgerFiles.read(request.good()));
        bad = repeat(request.bad(), entry);
    }

    /** What the entry's relink was told, but for what decides order. */
    private static Recipe recipe(LedgerEntry entry) {
        Recipe recipe = RecipeSettings.copy(entry.getRecipe());
        recipe.getOrder().clear();
        recipe.getPinned().clear();
        recipe.getNeighbours().clear();
        recipe.setShuffle(true);
        recipe.setLinker(entry.getLinker());
        return recipe;
    }

    private Repeat repeat(Path file, LedgerEntry entry) throws EngineException {
        return Likeness.of(file, entry, kit, recipe, Seed.random()).repeat();
    }

    /**
     * Searches.
     *
     * @param request what is asked
     * @param progress told how the search narrows; asked for cancel
     * @return the cause, confirmed on fresh draws, or why there is none
     * @throws EngineException if an entry does not fit the kit, a relink fails, or the test stops the search
     * @throws java.util.concurrent.CancellationException if it was cancelled; with a state it can be gone on with
     */
    public static BisectResult run(BisectRequest request, Progress progress) throws EngineException {
        return new Bisection(request, progress).run();
    }

    /** By the fastest linker; where the failure does not show there, by the one of the bad relink. */
    private BisectResult run() throws EngineException {
        Recipe fast = TrialLinker.fastest(kit, recipe, progress);
        BisectResult result = run(fast);
        if (result.cause() == null
                && result.sampled().draws() == 0
                && !fast.getLinker().equals(ownLinker)) {
            progress.say("linked by " + fast.getLinker() + ", " + result.reason() + "; trying " + ownLinker);
            return run(recipe);
        }
        return result;
    }

    private BisectResult run(Recipe settings) throws EngineException {
        String question = String.join("\n", kit.digest(), request.test().words()) + "\n" + request.repeat() + bad.draw()
                + good.draw();
        try (TempFolder folder = TempFolder.create();
                Journal journal = Journal.open(request.state(), settings.getLinker(), Trials.digest(question))) {
            TrialLinker linker = new TrialLinker(kit, settings, folder.path());
            while (true) {
                Trials trials =
                        new Trials(linker, bad, request.test(), request.repeat(), folder.path(), journal, progress);
                Sampling sampling = new Sampling(Draws.of(kit, settings), journal.seed(), trials);
                try {
                    return search(trials, sampling, settings.getLinker());
                } catch (Trials.Undone e) {
                    progress.say("a reply was taken back");
                }
            }
        }
    }

    private BisectResult search(Trials trials, Sampling sampling, String linker) throws EngineException {
        progress.begin("testing both relinks", 0);
        String same = trials.learn(good.draw(), bad.draw());
        if (same != null) {
            return new BisectResult(null, trials.runs(), Tally.NONE, Tally.NONE, Tally.NONE, List.of(), linker, same);
        }
        progress.begin("testing random draws", 0);
        Tally sampled = sampling.sample(Math.max(FEWEST_SAMPLED, request.sample()));
        progress.say(sampled.failed() + " of " + sampled.draws() + " random draws fail");
        Crossings crossings = crossings();
        List<Suspects.Ranked> ranked = rank(trials.sampled(), crossings);
        Condition found = suspected(ranked, sampling);
        if (found == null) {
            progress.begin("narrowing", 0);
            found = narrow(trials, sampling, crossings);
        }
        List<Suspect> suspects = ranked.stream().map(Suspects.Ranked::suspect).toList();
        return found == null
                ? new BisectResult(null, trials.runs(), sampled, Tally.NONE, Tally.NONE, suspects, linker, UNEXPLAINED)
                : confirmed(found, trials, sampling, sampled, suspects, linker);
    }

    private BisectResult confirmed(
            Condition found, Trials trials, Sampling sampling, Tally sampled, List<Suspect> suspects, String linker)
            throws EngineException {
        Cause cause = found.cause();
        progress.say(cause.sentence() + "?");
        progress.begin("confirming on fresh draws", 0);
        Tally with = sampling.tally(found, true, CONFIRMING);
        Tally without = sampling.tally(found, false, CONFIRMING);
        boolean sure = with.share() - without.share() >= HALF;
        String reason = sure ? null : "what was found was not confirmed: " + cause.sentence();
        return new BisectResult(sure ? cause : null, trials.runs(), sampled, with, without, suspects, linker, reason);
    }

    private List<Suspects.Ranked> rank(List<Trials.Trial> sample, Crossings crossings) throws EngineException {
        List<Suspects.Ranked> ranked =
                new Suspects(good.draw(), bad.draw(), bad.page(), crossings).rank(sample, SUSPECTS, DOUBTFUL);
        for (Suspects.Ranked each : ranked) {
            Suspect suspect = each.suspect();
            progress.say("suspect: " + suspect.cause().sentence() + " ("
                    + suspect.with().failed() + " of "
                    + suspect.with().draws() + " with it, " + suspect.without().failed() + " of "
                    + suspect.without().draws() + " without)");
        }
        return ranked;
    }

    /** The first suspect of a large sample, if it is enough and nothing fails without it; else null. */
    private Condition suspected(List<Suspects.Ranked> ranked, Sampling sampling) throws EngineException {
        if (ranked.isEmpty() || ranked.getFirst().suspect().p() > STRONG) {
            return null;
        }
        Condition first = ranked.getFirst().condition();
        boolean all = ranked.getFirst().suspect().without().failed() == 0;
        return all && sampling.always(first) ? first : null;
    }

    /** Null where the built-in linker does not link the kit. */
    private Crossings crossings() throws EngineException {
        BuiltInLinker placer = TrialLinker.placer(kit, recipe, progress);
        return placer == null ? null : new Crossings(kit, placer, bad.page());
    }

    private Condition narrow(Trials trials, Sampling sampling, Crossings crossings) throws EngineException {
        Draw draw = bad.draw();
        List<String> order = draw.order();
        boolean orders = sampling.always(new ObjectsTogether(order));
        progress.say("the order alone is " + (orders ? "enough" : "not enough"));
        if (orders && order.size() > 1) {
            return new OrderSearch(sampling, order, progress).search();
        }
        boolean gaps = sampling.always(new SameGaps(draw.gaps()));
        progress.say("the gaps alone are " + (gaps ? "enough" : "not enough"));
        if (gaps) {
            return new GapSearch(sampling, draw, bad.page(), progress).search();
        }
        return crossings == null ? null : new PageSearch(sampling, trials, crossings, progress).search(draw);
    }
}
