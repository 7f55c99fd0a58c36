package org.karlworkbench.debug.bisect;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.linker.LinkedLayout;

/** A function or variable crosses the boundary of a page. */
final class PageCrossings implements Family {
    private final Layouts layouts;
    private final int[] symbols;

    PageCrossings(Layouts layouts, LinkedLayout bad) {
        this.layouts = layouts;
        symbols = IntStream.range(0, layouts.names().symbolLimit())
                .filter(symbol -> layouts.isNamed(symbol) && layouts.crosses(bad, symbol))
                .toArray();
    }

    @Override
    public int count() {
        return symbols.length;
    }

    @Override
    public BitSet holding(Draw draw, LinkedLayout layout) {
        BitSet holding = new BitSet();
        for (int i = 0; i < symbols.length; i++) {
            holding.set(i, layouts.crosses(layout, symbols[i]));
        }
        return holding;
    }

    @Override
    public Condition condition(int number) {
        return new PageCrossing(layouts, symbols[number]);
    }
}
