package org.karlworkbench.debug.bisect;

import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;

/**
 * A function or variable crosses the boundary of a page.
 *
 * @param crossings tells whether it does
 * @param number its number there
 */
record PageCrossing(Crossings crossings, int number) implements Condition {
    @Override
    public boolean holds(Draw draw) throws EngineException {
        return crossings.of(draw).get(number);
    }

    /** No small change brings it about; fresh draws are cheap. */
    @Override
    public Draw applied(Draw fresh) {
        return fresh;
    }

    @Override
    public Cause cause() {
        String symbol = crossings.placer().names().symbol(number);
        String object = crossings.placer().names().objectOf(number);
        return new Cause(
                Cause.Kind.PAGE,
                List.of(object),
                symbol,
                null,
                crossings.page(),
                null,
                "fails whenever " + symbol + " of " + object + " crosses the boundary of a page");
    }
}
