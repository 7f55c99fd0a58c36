package org.karlworkbench.debug.bisect;

import java.util.BitSet;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;

/**
 * Rules out what cannot be the one cause: what holds where the test works, and what does not hold where it fails. Draws are
 * chosen in which half of what is left holds, so that a thousand possible causes take some ten tests.
 */
final class Elimination {
    private static final int LOOKED_AT = 160;
    private static final int MOST_TESTS = 60;
    private static final int FEW = 4;

    private final Trials trials;
    private final Scope scope;
    private final Possible possible;
    private final Mixture mixture;
    private final Progress progress;

    Elimination(Trials trials, Scope scope, Possible possible, Mixture mixture, Progress progress) {
        this.trials = trials;
        this.scope = scope;
        this.possible = possible;
        this.mixture = mixture;
        this.progress = progress;
    }

    /** The simplest condition that explains all that was tested, when no draw tells others from it; null if none does. */
    Condition search() throws EngineException {
        BitSet left = possible.ofBad();
        for (Trials.Trial trial : scope.of(trials.decided())) {
            judge(left, possible.holding(trial.draw()), trial.fails());
        }
        tell(left);
        Draw draw = halving(left);
        for (int tests = 0; draw != null && tests < MOST_TESTS; tests++) {
            Boolean fails = trials.fails(draw);
            if (fails != null) {
                judge(left, possible.holding(draw), fails);
            }
            tell(left);
            draw = halving(left);
        }
        return left.isEmpty() ? null : possible.condition(left.nextSetBit(0));
    }

    private static void judge(BitSet left, BitSet holding, boolean fails) {
        if (fails) {
            left.and(holding);
        } else {
            left.andNot(holding);
        }
    }

    private void tell(BitSet left) {
        int count = left.cardinality();
        String what = count == 1 ? " possible cause is left after " : " possible causes are left after ";
        progress.say(count + what + trials.runs() + " runs");
        if (count > 1 && count <= FEW) {
            left.stream()
                    .forEach(number -> progress.say(
                            "  " + possible.condition(number).cause().sentence()));
        }
    }

    /** Of many draws, the one in which most nearly half of what is left holds; null where it is all or nothing. */
    private Draw halving(BitSet left) throws EngineException {
        Draw best = null;
        double least = 0.5;
        for (int i = 0; left.cardinality() > 1 && i < LOOKED_AT; i++) {
            Draw draw = mixture.next();
            BitSet holding = possible.holding(draw);
            holding.and(left);
            double share = possible.share(holding, left);
            if (Math.abs(share - 0.5) < least && scope.has(draw)) {
                least = Math.abs(share - 0.5);
                best = draw;
            }
        }
        return best;
    }
}
