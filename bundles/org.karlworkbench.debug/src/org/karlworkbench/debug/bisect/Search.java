package org.karlworkbench.debug.bisect;

import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Seed;

/**
 * One search with one linker. A round ends with a confirmed cause; where draws fail without it, the next round begins with one
 * of these and looks for another cause among the draws that do not have the first. At the end those that others have blurred are
 * looked for once more without these.
 */
final class Search {
    private static final int FEWEST_SAMPLED = 8;
    private static final int CONFIRMING = 12;
    private static final int MOST_ROUNDS = 3;
    private static final int MOST_LOOKS = 3;
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
    private final List<Confirmed> causes = new ArrayList<>();
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
        for (int i = 0; i < causes.size(); i++) {
            causes.set(i, refined(causes.get(i)));
        }
        List<Found> found = causes.stream().map(Confirmed::found).toList();
        String reason = causes.isEmpty() ? UNEXPLAINED : null;
        return new BisectResult(found, trials.runs(), sampled, suspects, linker, reason);
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

    /** Draws like whichever of good and bad is rarer among those that count. */
    private Mixture mixture(Draw from) throws EngineException {
        Tally told = Tally.NONE;
        for (Trials.Trial trial : scope.of(trials.decided())) {
            told = told.plus(trial.fails());
        }
        return mixture(from, told.share());
    }

    private Mixture mixture(Draw from, double likeGood) {
        return new Mixture(sampling, good, from, likeGood, seed.of(- ++mixtures));
    }

    /** Looks for the cause of a draw's failing; gives another draw that fails without it, or null at the end. */
    private Draw round(Draw from) throws EngineException {
        Confirmed cause = cause(from);
        if (cause == null) {
            return null;
        }
        causes.add(cause);
        scope = scope.without(cause.condition().widest());
        Draw unexplained = failing();
        if (unexplained != null) {
            progress.say("some fail without it: there is another cause");
        }
        return unexplained;
    }

    /** The simplest cause that is confirmed; null if none is. One with exceptions may stand for a distance without. */
    private Confirmed cause(Draw from) throws EngineException {
        Possible possible = possible(from);
        Confirmed found = alone(from, possible);
        if (found != null) {
            return found;
        }
        progress.begin("looking for two causes together", 0);
        found = confirmed(from, () -> new Combination(trials, scope, possible, mixture(from), progress).search());
        if (found != null || !causes.isEmpty()) {
            return found; // what is kept together says nothing of what must not hold
        }
        progress.begin("narrowing", 0);
        return narrowed(from);
    }

    /** What narrowing leaves, confirmed; it is done anew where chance, which fails many draws, has left too little. */
    private Confirmed narrowed(Draw from) throws EngineException {
        Confirmed found = null;
        for (int i = 0; i < MOST_LOOKS && found == null; i++) {
            Condition left = narrow(from);
            if (left == null) {
                break;
            }
            found = confirmed(left, from);
        }
        return found;
    }

    /** A cause that needs no other. */
    private Confirmed alone(Draw from, Possible possible) throws EngineException {
        progress.begin("ruling out", 0);
        Confirmed single = confirmed(from, () -> single(from, possible));
        return single != null && single.isWhole() ? single : better(single, distance(from));
    }

    private Condition single(Draw from, Possible possible) throws EngineException {
        return new Elimination(trials, scope, possible, mixture(from), progress).search();
    }

    private Confirmed distance(Draw from) throws EngineException {
        if (layouts == null) {
            return null;
        }
        progress.begin("looking for a distance", 0);
        return confirmed(from, () -> new DistanceSearch(trials, scope, layouts, mixture(from), progress).search(from));
    }

    /** A condition that was confirmed. */
    private record Confirmed(Condition condition, Found found) {
        boolean isWhole() {
            return found.isWhole();
        }
    }

    /** What explains more, of one or both; the first of equals. */
    private static Confirmed better(Confirmed one, Confirmed other) {
        return one == null || other != null && other.found().isBetterThan(one.found()) ? other : one;
    }

    /** Something that looks for a condition which explains all that was tested. */
    private interface Looking {
        Condition search() throws EngineException;
    }

    /** What is looked for, confirmed; if it is not, or has exceptions, these are known then, and another may explain them. */
    private Confirmed confirmed(Draw from, Looking looking) throws EngineException {
        Confirmed best = null;
        for (int i = 0; i < MOST_LOOKS && (best == null || !best.isWhole()); i++) {
            Condition condition = looking.search();
            if (condition == null) {
                break;
            }
            best = better(best, confirmed(condition, from));
        }
        return best;
    }

    /** Null if it is not confirmed, or if there is none. */
    private Confirmed confirmed(Condition found, Draw from) throws EngineException {
        if (found == null) {
            return null;
        }
        Cause cause = found.cause();
        progress.say(cause.sentence() + "?");
        progress.begin("confirming on fresh draws", 0);
        Mixture likeGood = mixture(from, 1);
        Mixture likeBad = mixture(from, 0);
        Tally with = Tally.NONE;
        Tally without = Tally.NONE;
        Confirmation answer;
        do {
            with = with.plus(sampling.with(found, scope, likeGood, CONFIRMING));
            without = without.plus(sampling.without(found.widest(), scope, likeBad, CONFIRMING));
            answer = Confirmation.of(with, without);
        } while (answer == Confirmation.OPEN);
        boolean sure = answer == Confirmation.SURE;
        progress.say(with.failed() + " of " + with.draws() + " fail with it, " + without.failed() + " of "
                + without.draws() + " without" + (sure ? "" : ": not confirmed"));
        return sure ? new Confirmed(found, new Found(cause, with, without)) : null;
    }

    /** The first draw that failed of those that count; null if none did. */
    private Draw failing() throws EngineException {
        for (Trials.Trial trial : scope.of(trials.decided())) {
            if (trial.fails()) {
                return trial.draw();
            }
        }
        return null;
    }

    /** A cause without which some fail, where these are explained meanwhile: without the others, it may be a simpler one. */
    private Confirmed refined(Confirmed cause) throws EngineException {
        if (cause.isWhole() || causes.size() == 1) {
            return cause;
        }
        scope = new Scope(List.of());
        for (Confirmed other : causes) {
            scope = other == cause ? scope : scope.without(other.condition().widest());
        }
        Draw from = failing();
        if (from == null) {
            return cause;
        }
        progress.begin("looking again without the other causes", 0);
        Possible possible = possible(from);
        if (cause.condition().equals(single(from, possible))) {
            return cause;
        }
        Confirmed again = alone(from, possible);
        return again != null && again.isWhole() ? again : cause;
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
