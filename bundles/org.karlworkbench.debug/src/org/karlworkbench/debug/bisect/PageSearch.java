package org.karlworkbench.debug.bisect;

import java.util.BitSet;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;

/**
 * Which symbol it is, where neither order nor gaps alone are enough. Of the symbols that cross a page in the bad relink,
 * those that cross one where the test works are innocent, and so are those that cross none where it fails; draws are
 * chosen that halve what is left.
 */
final class PageSearch {
    private static final int LOOKED_AT = 300;
    private static final int MOST_TESTS = 200;

    private final Sampling sampling;
    private final Trials trials;
    private final Crossings crossings;
    private final Progress progress;

    PageSearch(Sampling sampling, Trials trials, Crossings crossings, Progress progress) {
        this.sampling = sampling;
        this.trials = trials;
        this.crossings = crossings;
        this.progress = progress;
    }

    /** The condition, or null if no symbol explains all that was tested. */
    Condition search(Draw bad) throws EngineException {
        BitSet suspects = crossings.of(bad);
        for (Trials.Trial trial : trials.decided()) {
            judge(suspects, crossings.of(trial.draw()), trial.fails());
        }
        for (int tests = 0; tests < MOST_TESTS && suspects.cardinality() > 1; tests++) {
            progress.say(suspects.cardinality() + " symbols are left");
            Draw draw = halving(suspects);
            if (draw == null) {
                break; // they cross always together
            }
            Boolean fails = trials.fails(draw);
            if (fails != null) {
                judge(suspects, crossings.of(draw), fails);
            }
        }
        return suspects.isEmpty() ? null : crossings.condition(suspects.nextSetBit(0));
    }

    private static void judge(BitSet suspects, BitSet crossing, boolean fails) {
        if (fails) {
            suspects.and(crossing);
        } else {
            suspects.andNot(crossing);
        }
    }

    /** Of many draws, the one in which most nearly half of the suspects cross; null if in none only some do. */
    private Draw halving(BitSet suspects) throws EngineException {
        int all = suspects.cardinality();
        int most = 0;
        Draw best = null;
        for (int i = 0; i < LOOKED_AT; i++) {
            Draw draw = sampling.fresh();
            BitSet crossing = crossings.of(draw);
            crossing.and(suspects);
            int decided = Math.min(crossing.cardinality(), all - crossing.cardinality());
            if (decided > most) {
                most = decided;
                best = draw;
            }
        }
        return best;
    }
}
