package org.karlworkbench.debug.bisect;

import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;

/**
 * A function or variable crosses the boundary of a page.
 *
 * @param layouts tells where it lies
 * @param symbol its number there
 */
record PageCrossing(Layouts layouts, int symbol) implements Condition {
    @Override
    public boolean holds(Draw draw) throws EngineException {
        return layouts.crosses(layouts.of(draw), symbol);
    }

    /** No small change brings it about; fresh draws are cheap. */
    @Override
    public Draw applied(Draw fresh) {
        return fresh;
    }

    @Override
    public Cause cause() {
        String name = layouts.names().symbol(symbol);
        String object = layouts.names().objectOf(symbol);
        String sentence = "fails whenever " + name + " of " + object + " crosses the boundary of a page";
        return Cause.of(Cause.Kind.PAGE, sentence)
                .objects(List.of(object))
                .symbol(name)
                .modulus(layouts.page())
                .build();
    }
}
