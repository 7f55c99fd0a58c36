package org.karlworkbench.debug.bisect;

import java.util.BitSet;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.linker.LinkedLayout;

/** Conditions of one kind that hold in a bad relink, numbered from 0, the simplest first, and decided all at once. */
interface Family {
    /** How many there are. */
    int count();

    /**
     * Which of them hold in a draw.
     *
     * @param draw the draw
     * @param layout where it puts everything; null where the built-in linker does not link the kit
     */
    BitSet holding(Draw draw, LinkedLayout layout);

    /** One of them. */
    Condition condition(int number);
}
