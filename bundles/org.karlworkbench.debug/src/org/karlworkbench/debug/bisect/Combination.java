package org.karlworkbench.debug.bisect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;

/**
 * Finds two conditions that only together are the cause. Each of them holds wherever the test fails, which leaves few; of
 * their pairs those are ruled out that hold where the test works.
 */
final class Combination {
    private static final int LOOKED_AT = 160;
    private static final int MOST_TESTS = 120;

    /** So many conditions have ten thousand pairs. */
    private static final int FEW = 150;

    /** A draw in which so much of what is left holds fails often enough, and tells enough if it does. */
    private static final double MOST_OF_IT = 0.75;

    private final Trials trials;
    private final Scope scope;
    private final Possible possible;
    private final Mixture mixture;
    private final Progress progress;

    /** The conditions that hold in all draws that failed. */
    private final BitSet needed;

    private final List<BitSet> working = new ArrayList<>();

    /** The pairs that explain what was tested, when there are few enough to be counted. */
    private List<int[]> pairs = List.of();

    private int tests;

    Combination(Trials trials, Scope scope, Possible possible, Mixture mixture, Progress progress) {
        this.trials = trials;
        this.scope = scope;
        this.possible = possible;
        this.mixture = mixture;
        this.progress = progress;
        needed = possible.ofBad();
    }

    /** The simplest pair that explains all that was tested, or the one of it that does alone; null if none does. */
    Condition search() throws EngineException {
        for (Trials.Trial trial : scope.of(trials.decided())) {
            judge(trial.draw(), trial.fails());
        }
        while (needed.cardinality() > FEW && tests < MOST_TESTS) {
            progress.say("of two causes at a time, " + needed.cardinality() + " are left");
            test(choose(holding -> Math.abs(possible.share(holding, needed) - MOST_OF_IT)));
        }
        pair();
        while (pairs.size() > 1 && tests < MOST_TESTS) {
            progress.say(pairs.size() + " pairs of causes are left");
            Draw draw = choose(holding -> Math.abs(share(holding) - 0.5));
            if (draw == null || share(possible.holding(draw)) % 1 == 0) {
                break; // they hold always together
            }
            test(draw);
            pair();
        }
        if (pairs.isEmpty() || needed.cardinality() > FEW) {
            return null;
        }
        int[] found = pairs.getFirst();
        for (int one : found) {
            if (working.stream().noneMatch(holding -> holding.get(one))) {
                return possible.condition(one); // it needs no other
            }
        }
        return new Both(possible.condition(found[0]), possible.condition(found[1]));
    }

    private void test(Draw draw) throws EngineException {
        tests++;
        Boolean fails = draw == null ? null : trials.fails(draw);
        if (fails != null) {
            judge(draw, fails);
        }
    }

    private void judge(Draw draw, boolean fails) throws EngineException {
        BitSet holding = possible.holding(draw);
        if (fails) {
            needed.and(holding);
        } else {
            working.add(holding);
        }
    }

    private void pair() {
        List<int[]> all = new ArrayList<>();
        int[] single = needed.cardinality() > FEW ? new int[0] : needed.stream().toArray();
        for (int i = 0; i < single.length; i++) {
            for (int j = i + 1; j < single.length; j++) {
                int[] pair = {single[i], single[j]};
                if (working.stream().noneMatch(holding -> holdsBoth(holding, pair))) {
                    all.add(pair);
                }
            }
        }
        pairs = all;
    }

    private static boolean holdsBoth(BitSet holding, int[] pair) {
        return holding.get(pair[0]) && holding.get(pair[1]);
    }

    /** The share of the pairs that hold. */
    private double share(BitSet holding) {
        return pairs.stream().filter(pair -> holdsBoth(holding, pair)).count() / (double) pairs.size();
    }

    /** How far a draw, of which is known what holds in it, is from what is wanted. */
    private interface Distance {
        double of(BitSet holding);
    }

    private Draw choose(Distance distance) throws EngineException {
        Draw best = null;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < LOOKED_AT; i++) {
            Draw draw = mixture.next();
            BitSet holding = possible.holding(draw);
            holding.and(needed);
            double far = distance.of(holding);
            if (far < least && scope.has(draw)) {
                least = far;
                best = draw;
            }
        }
        return best;
    }
}
