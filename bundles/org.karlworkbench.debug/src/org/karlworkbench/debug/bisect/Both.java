package org.karlworkbench.debug.bisect;

import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;

/**
 * Two conditions at once, of which neither is enough.
 *
 * @param first the one
 * @param second the other
 */
record Both(Condition first, Condition second) implements Condition {
    @Override
    public boolean holds(Draw draw) throws EngineException {
        return first.holds(draw) && second.holds(draw);
    }

    @Override
    public Draw applied(Draw fresh) throws EngineException {
        return second.applied(first.applied(fresh));
    }

    @Override
    public Cause cause() {
        return first.cause().and(second.cause());
    }
}
