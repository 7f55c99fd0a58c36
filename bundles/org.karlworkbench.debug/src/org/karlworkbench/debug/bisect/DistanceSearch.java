package org.karlworkbench.debug.bisect;

import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;

/**
 * Looks for two things whose distance tells what works from what fails, in one section, or where there are none, in two. Of all
 * pairs those are kept for which what was tested leaves such distances, and draws are tested for which half of these expect a failure; with one pair left,
 * that narrows its bounds.
 */
final class DistanceSearch {
    private static final int LOOKED_AT = 1000;
    private static final int MOST_TESTS = 40;

    /** Closer than the least alignment of code no bound has to be known. */
    private static final long CLOSE = 16;

    /** Of more pairs not even a draw is chosen: any will leave fewer. */
    private static final int MANY = 100_000;

    /** So often it is asked what a pair expects of a draw, for one test. */
    private static final int EXPECTED = 20_000_000;

    private final Trials trials;
    private final Scope scope;
    private final Layouts layouts;
    private final Mixture mixture;
    private final Progress progress;
    private final List<long[]> working = new ArrayList<>();
    private final List<long[]> failing = new ArrayList<>();
    private Spots spots;

    DistanceSearch(Trials trials, Scope scope, Layouts layouts, Mixture mixture, Progress progress) {
        this.trials = trials;
        this.scope = scope;
        this.layouts = layouts;
        this.mixture = mixture;
        this.progress = progress;
    }

    /** Two spots, by their numbers, and the distances that fail. */
    private record Pair(int from, int to, Band band) {
        double failing(long[] addresses) {
            return band.failing(addresses[to] - addresses[from]);
        }
    }

    /** The simplest distance that explains all that was tested, with its bounds as narrow as draws allow; null if none does. */
    Condition search(Draw bad) throws EngineException {
        spots = new Spots(layouts.names(), layouts.of(bad));
        for (Trials.Trial trial : scope.of(trials.decided())) {
            add(trial.draw(), trial.fails());
        }
        List<Pair> left = all();
        for (int tests = 0; tests < MOST_TESTS && !isEnough(left); tests++) {
            progress.say(left.size() + " distances are left after " + trials.runs() + " runs");
            Draw draw = halving(left);
            if (draw == null) {
                break;
            }
            Boolean fails = trials.fails(draw);
            if (fails != null) {
                add(draw, fails);
                left = left.size() > MANY ? List.of() : explaining(left);
                left = left.isEmpty() ? all() : left;
            }
        }
        if (left.isEmpty()) {
            return null;
        }
        Pair found = left.getFirst();
        return new DistanceBound(layouts, spots, found.from(), found.to(), found.band());
    }

    private static boolean isEnough(List<Pair> left) {
        return left.isEmpty() || left.size() == 1 && left.getFirst().band().unknown() <= CLOSE;
    }

    private void add(Draw draw, boolean fails) throws EngineException {
        (fails ? failing : working).add(addresses(draw));
    }

    private long[] addresses(Draw draw) throws EngineException {
        return spots.in(layouts.of(draw));
    }

    /** All pairs in one section that explain what was tested, or else in two. */
    private List<Pair> all() {
        List<Pair> near = all(true);
        return near.isEmpty() ? all(false) : near;
    }

    /** The distances from the beginnings of sections first; of many too many, some more. */
    private List<Pair> all(boolean inOne) {
        List<Pair> all = new ArrayList<>();
        List<Pair> places = new ArrayList<>();
        for (int from = 0; from < spots.count() && all.size() <= MANY; from++) {
            progress.checkCancelled();
            boolean place = spots.spot(from).object().isEmpty();
            for (int to = place ? 0 : from + 1; to < spots.count(); to++) {
                if (to != from
                        && inOne
                                == (spots.spot(to).section() == spots.spot(from).section())
                        && !spots.spot(to).object().isEmpty()) {
                    add(place ? places : all, explaining(from, to));
                }
            }
        }
        places.addAll(all);
        return places;
    }

    private static void add(List<Pair> pairs, Pair pair) {
        if (pair != null) {
            pairs.add(pair);
        }
    }

    private List<Pair> explaining(List<Pair> pairs) {
        List<Pair> left = new ArrayList<>();
        pairs.forEach(pair -> add(left, explaining(pair.from(), pair.to())));
        return left;
    }

    private Pair explaining(int from, int to) {
        Band band = Band.of(distances(working, from, to), distances(failing, from, to));
        return band == null ? null : new Pair(from, to, band);
    }

    private static long[] distances(List<long[]> addresses, int from, int to) {
        long[] distances = new long[addresses.size()];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = addresses.get(i)[to] - addresses.get(i)[from];
        }
        return distances;
    }

    /** Of many draws, the one for which the pairs expect most nearly half a failure; null where all expect the same. */
    private Draw halving(List<Pair> left) throws EngineException {
        Draw best = null;
        double least = left.size() > MANY ? 1 : 0.45;
        int looked = Math.min(LOOKED_AT, 1 + EXPECTED / left.size());
        for (int i = 0; i < looked; i++) {
            Draw draw = mixture.next();
            long[] addresses = addresses(draw);
            double failing = left.stream()
                    .mapToDouble(pair -> pair.failing(addresses))
                    .average()
                    .orElse(0);
            if (Math.abs(failing - 0.5) < least && scope.has(draw)) {
                least = Math.abs(failing - 0.5);
                best = draw;
            }
        }
        return best;
    }
}
