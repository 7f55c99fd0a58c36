package org.karlworkbench.debug.bisect;

import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.Seed;

/** Fresh draws in which a condition holds or does not, tested: whether it is enough for the test to fail. */
final class Sampling {
    /** How improbable it shall be that a condition which is not enough is taken for one. */
    private static final double DOUBT = 0.0005;

    /**
     * The least probability that a draw fails although the condition is not enough: in half of all draws another object
     * stands before what is kept together, and half of a gap's sizes have the residue of the next smaller modulus. What
     * random draws do counts where that is more.
     */
    private static final double BY_CHANCE = 0.5;

    private static final int FEWEST = 4;
    private static final int MOST = 14;

    /** Placing a draw takes a fraction of a millisecond, and a symbol of 16 bytes crosses a page once in 256. */
    private static final int MOST_FRESH = 20_000;

    private final Draws draws;
    private final Seed seed;
    private final Trials trials;
    private Tally base = Tally.NONE;
    private long drawn;

    Sampling(Draws draws, Seed seed, Trials trials) {
        this.draws = draws;
        this.seed = seed;
        this.trials = trials;
    }

    /** A draw that nobody has seen before. */
    Draw fresh() throws EngineException {
        return draws.draw(seed.of(++drawn));
    }

    /** Tests fresh draws, of which nothing is asked. */
    Tally sample(int count) throws EngineException {
        for (int i = 0; i < count; i++) {
            Boolean fails = trials.fails(fresh());
            base = fails == null ? base : base.plus(fails);
        }
        return base;
    }

    /**
     * Whether draws always fail when a condition holds.
     *
     * @param condition the condition
     */
    boolean always(Condition condition) throws EngineException {
        double share = Math.clamp(base.share(), BY_CHANCE, 0.6);
        int needed = Math.clamp((long) Math.ceil(Math.log(DOUBT) / Math.log(share)), FEWEST, MOST);
        int failed = 0;
        for (int tried = 0; tried < 3 * needed && failed < needed; tried++) {
            Draw draw = with(condition);
            Boolean fails = draw == null ? Boolean.FALSE : trials.fails(draw);
            if (Boolean.FALSE.equals(fails)) {
                return false;
            }
            failed += fails == null ? 0 : 1;
        }
        return failed == needed;
    }

    /** Tests draws in which a condition holds: fresh ones, and as many that are like the good one in all else. */
    Tally with(Condition condition, Scope scope, Mixture mixture, int count) throws EngineException {
        Tally tally = Tally.NONE;
        for (int i = 0; i < count; i++) {
            Draw draw = with(condition, scope, i % 2 == 0 ? null : mixture);
            Boolean fails = draw == null ? null : trials.fails(draw);
            tally = fails == null ? tally : tally.plus(fails);
        }
        return tally;
    }

    /** Tests draws in which a condition does not hold: fresh ones, and as many that are like the bad one in all else. */
    Tally without(Condition condition, Scope scope, Mixture mixture, int count) throws EngineException {
        Tally tally = Tally.NONE;
        for (int i = 0; i < count; i++) {
            Draw draw = without(condition, scope, i % 2 == 0 ? null : mixture);
            Boolean fails = draw == null ? null : trials.fails(draw);
            tally = fails == null ? tally : tally.plus(fails);
        }
        return tally;
    }

    private Draw with(Condition condition) throws EngineException {
        return with(condition, new Scope(List.of()), null);
    }

    /** A draw in which it holds, fresh without a mixture; null if none is found. */
    private Draw with(Condition condition, Scope scope, Mixture mixture) throws EngineException {
        for (int i = 0; i < MOST_FRESH; i++) {
            Draw draw = condition.applied(mixture == null ? fresh() : mixture.next());
            if (condition.holds(draw) && scope.has(draw)) {
                return draw;
            }
        }
        return null;
    }

    private Draw without(Condition condition, Scope scope, Mixture mixture) throws EngineException {
        for (int i = 0; i < MOST_FRESH; i++) {
            Draw draw = mixture == null ? fresh() : mixture.next();
            if (!condition.holds(draw) && scope.has(draw)) {
                return draw;
            }
        }
        return null;
    }
}
