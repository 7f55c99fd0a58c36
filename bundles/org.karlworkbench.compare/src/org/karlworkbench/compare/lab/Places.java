package org.karlworkbench.compare.lab;

import java.util.HashMap;
import java.util.Map;

/**
 * The distributions of marks that no order moves, or not by the model: what the gaps do to them, and where draws show more
 * than that, what alignment and order add.
 */
final class Places {
    private static final int MOST = 1 << 22;
    private static final int FEW = 64;

    private final GapEffects effects;
    private final Sample sample;

    Places(GapEffects effects, Sample sample) {
        this.effects = effects;
        this.sample = sample;
    }

    /** What is known of a mark. */
    Likely of(int mark) {
        if (!effects.knows(mark)) {
            return new Likely.Drawn(sample.marks(mark));
        }
        Map<Long, Double> rest = new HashMap<>();
        for (int draw = 0; draw < sample.kept(); draw++) {
            rest.merge(
                    sample.mark(draw, mark) - effects.predicted(mark, new DrawnGaps(sample, draw)), 1.0, Double::sum);
            if (rest.size() > FEW) {
                return new Likely.Drawn(sample.marks(mark));
            }
        }
        Pmf pmf = effects.predicted(mark, MOST);
        if (pmf == null) {
            return new Likely.Drawn(sample.marks(mark));
        }
        if (rest.size() == 1 && rest.containsKey(0L)) {
            return new Likely.Known(pmf, effects.isWhole() ? Basis.EXACT : Basis.DRAWS);
        }
        Pmf more = Pmf.of(rest, MOST);
        boolean fits = more != null && (more.last() - more.origin()) / pmf.step() + pmf.mass().length <= MOST;
        return fits ? new Likely.Known(pmf.plus(more), Basis.DRAWS) : new Likely.Drawn(sample.marks(mark));
    }
}
