package org.karlworkbench.debug.bisect;

import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Gaps;

/**
 * All gaps are those of one relink. Too much to be a cause, it only tells where to look for one.
 *
 * @param gaps their sizes
 */
record SameGaps(Gaps gaps) implements Condition {
    @Override
    public boolean holds(Draw draw) {
        return draw.gaps().equals(gaps);
    }

    @Override
    public Draw applied(Draw fresh) {
        return new Draw(fresh.algorithm(), fresh.order(), fresh.sections(), gaps);
    }

    @Override
    public Cause cause() {
        throw new UnsupportedOperationException("five gaps at once are no cause");
    }
}
