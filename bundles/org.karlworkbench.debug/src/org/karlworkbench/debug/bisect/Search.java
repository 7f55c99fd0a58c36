package org.karlworkbench.debug.bisect;

import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Seed;

/**
 * One search with one linker. A round ends with a confirmed cause; where draws fail without it, the next round begins with one
 * of these and looks for another cause among the draws that do not have the first.
 */
final class Search {
    private static final int FEWEST_SAMPLED = 8;
    private static final int CONFIRMING = 12;
    private static final int MOST_ROUNDS = 3;
    private static final int SUSPECTS = 10;

    /** A suspect's p above which nobody should look at it. */
    private static final double DOUBTFUL = 0.01;

    private static final String UNEXPLAINED = "no cause of a known kind, nor two together, explains what was tested";

    private final Draw good;
    private final Draw bad;
    private final long page;
    private final Layouts layouts;
    private final Trials trials;
    private final Sampling sampling;
    private final Seed seed;
    private final Progress progress;
    private final List<Found> causes = new ArrayList<>();
    private Scope scope = new Scope(List.of());
    private int mixtures;

    Search(
            Draw good,
            Draw bad,
            long page,
            Layouts layouts,
            Trials trials,
            Sampling sampling,
            Seed seed,
            Progress progress) {
        this.good = good;
        this.bad = bad;
        this.page = page;
        this.layouts = layouts;
        this.trials = trials;
        this.sampling = sampling;
        this.seed = seed;
        this.progress = progress;
    }

    BisectResult run(int sample, String linker) throws EngineException {
        progress.begin("testing both relinks", 0);
        String same = trials.learn(good, bad);
        if (same != null) {
            return new BisectResult(List.of(), trials.runs(), Tally.NONE, List.of(), linker, same);
        }
        progress.begin("testing random draws", 0);
        Tally sampled = sampling.sample(Math.max(FEWEST_SAMPLED, sample));
        progress.say(sampled.failed() + " of " + sampled.draws() + " random draws fail");
        List<Suspect> suspects = rank();
        Draw from = bad;
        for (int round = 0; from != null && round < MOST_ROUNDS; round++) {
            from = round(from);
        }
        String reason = causes.isEmpty() ? UNEXPLAINED : null;
        return new BisectResult(causes, trials.runs(), sampled, suspects, linker, reason);
    }

    private List<Suspect> rank() throws EngineException {
        List<Suspect> suspects = new Suspects(possible(bad), good).rank(trials.sampled(), SUSPECTS, DOUBTFUL);
        for (Suspect suspect : suspects) {
            progress.say("suspect: " + suspect.cause().sentence() + " ("
                    + suspect.with().failed() + " of "
                    + suspect.with().draws() + " with it, " + suspect.without().failed() + " of "
                    + suspect.without().draws() + " without)");
        }
        return suspects;
    }

    private Possible possible(Draw from) throws EngineException {
        return new Possible(good, from, page, layouts);
    }

    private Mixture mixture(Draw from) {
        return new Mixture(sampling, from, seed.of(- ++mixtures));
    }

    /** Looks for the cause of a draw's failing; gives another draw that fails without it, or null at the end. */
    private Draw round(Draw from) throws EngineException {
        Condition cause = cause(from);
        return cause == null ? null : unexplained(cause);
    }

    /** The simplest cause that is confirmed; null if none is. One with exceptions may stand for a distance without. */
    private Condition cause(Draw from) throws EngineException {
        progress.begin("ruling out", 0);
        Possible possible = possible(from);
        Condition single = new Elimination(trials, scope, possible, mixture(from), progress).search();
        Found found = confirmed(single, from);
        if (found != null && found.isAlways()) {
            return keep(found, single);
        }
        Condition distance = distance(from);
        Found bound = confirmed(distance, from);
        if (bound != null && (found == null || bound.isAlways())) {
            return keep(bound, distance);
        }
        if (found != null) {
            return keep(found, single);
        }
        progress.begin("looking for two causes together", 0);
        Condition pair = new Combination(trials, scope, possible, mixture(from), progress).search();
        found = confirmed(pair, from);
        if (found != null) {
            return keep(found, pair);
        }
        if (!causes.isEmpty()) {
            return null; // what is kept together says nothing of what must not hold
        }
        progress.begin("narrowing", 0);
        Condition narrow = narrow(from);
        found = confirmed(narrow, from);
        return found == null ? null : keep(found, narrow);
    }

    private Condition distance(Draw from) throws EngineException {
        if (layouts == null) {
            return null;
        }
        progress.begin("looking for a distance", 0);
        return new DistanceSearch(trials, scope, layouts, mixture(from), progress).search(from);
    }

    private Condition keep(Found found, Condition condition) {
        causes.add(found);
        return condition;
    }

    /** Null if it is not confirmed, or if there is none. */
    private Found confirmed(Condition found, Draw from) throws EngineException {
        if (found == null) {
            return null;
        }
        Cause cause = found.cause();
        progress.say(cause.sentence() + "?");
        progress.begin("confirming on fresh draws", 0);
        Mixture mixture = mixture(from);
        Tally with = Tally.NONE;
        Tally without = Tally.NONE;
        Confirmation answer;
        do {
            with = with.plus(sampling.with(found, scope, CONFIRMING));
            without = without.plus(sampling.without(found.widest(), scope, mixture, CONFIRMING));
            answer = Confirmation.of(with, without);
        } while (answer == Confirmation.OPEN);
        boolean sure = answer == Confirmation.SURE;
        progress.say(with.failed() + " of " + with.draws() + " fail with it, " + without.failed() + " of "
                + without.draws() + " without" + (sure ? "" : ": not confirmed"));
        return sure ? new Found(cause, with, without) : null;
    }

    /** A draw that fails without any cause that is known. */
    private Draw unexplained(Condition found) throws EngineException {
        scope = scope.without(found.widest());
        for (Trials.Trial trial : scope.of(trials.decided())) {
            if (trial.fails()) {
                progress.say("some fail without it: there is another cause");
                return trial.draw();
            }
        }
        return null;
    }

    /** Delta debugging: ever less of the bad draw is kept while all else is drawn anew. */
    private Condition narrow(Draw draw) throws EngineException {
        List<String> order = draw.order();
        boolean orders = order.size() > 1 && sampling.always(new ObjectsTogether(order));
        progress.say("the order alone is " + (orders ? "enough" : "not enough"));
        if (orders) {
            return new OrderSearch(sampling, order, progress).search();
        }
        boolean gaps = sampling.always(new SameGaps(draw.gaps()));
        progress.say("the gaps alone are " + (gaps ? "enough" : "not enough"));
        return gaps ? new GapSearch(sampling, draw, page, progress).search() : null;
    }
}
