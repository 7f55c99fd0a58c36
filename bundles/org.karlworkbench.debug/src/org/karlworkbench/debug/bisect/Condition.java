package org.karlworkbench.debug.bisect;

import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;

/** Something about a draw that may be the cause: it can be looked for in any draw, and brought about in a fresh one. */
interface Condition {
    /** Whether it is so in a draw. */
    boolean holds(Draw draw) throws EngineException;

    /** The draw nearest to a fresh one in which it may be so; {@link #holds} says whether it is. */
    Draw applied(Draw fresh) throws EngineException;

    /** The same where all that was not tested closely enough is counted in. */
    default Condition widest() {
        return this;
    }

    /** The cause that it would be. */
    Cause cause();

    /** A draw with another order. */
    static Draw ordered(Draw draw, List<String> order) {
        return new Draw(draw.algorithm(), order, draw.sections(), draw.gaps());
    }
}
