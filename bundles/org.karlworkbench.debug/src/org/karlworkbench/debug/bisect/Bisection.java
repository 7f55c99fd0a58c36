package org.karlworkbench.debug.bisect;

import java.nio.file.Path;
import org.karlworkbench.debug.trial.TrialLinker;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
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
 * Finds the smallest difference between a relink that works and one that fails, by testing draws in which more or less of
 * what holds in the bad one holds too.
 */
public final class Bisection {
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
        return Likeness.of(file, entry, kit, recipe, request.seed()).repeat();
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
                Journal journal =
                        Journal.open(request.state(), settings.getLinker(), Trials.digest(question), request.seed())) {
            TrialLinker linker = new TrialLinker(kit, settings, folder.path());
            BuiltInLinker placer = TrialLinker.placer(kit, settings, progress);
            Layouts layouts = placer == null ? null : new Layouts(kit, placer, bad.page());
            while (true) {
                Trials trials =
                        new Trials(linker, bad, request.test(), request.repeat(), folder.path(), journal, progress);
                Sampling sampling = new Sampling(Draws.of(kit, settings), journal.seed(), trials);
                try {
                    return search(layouts, trials, sampling, journal.seed())
                            .run(request.sample(), settings.getLinker());
                } catch (Trials.Undone e) {
                    progress.say("a reply was taken back");
                }
            }
        }
    }

    private Search search(Layouts layouts, Trials trials, Sampling sampling, Seed seed) {
        return new Search(good.draw(), bad.draw(), bad.page(), layouts, trials, sampling, seed, progress);
    }
}
