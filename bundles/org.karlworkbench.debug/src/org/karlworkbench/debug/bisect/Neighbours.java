package org.karlworkbench.debug.bisect;

import java.util.BitSet;
import java.util.List;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.linker.LinkedLayout;

/** One object directly follows another. */
final class Neighbours implements Family {
    private final List<String> order;
    private final Places numbers;

    Neighbours(Draw bad) {
        order = bad.order();
        numbers = new Places(order);
    }

    @Override
    public int count() {
        return Math.max(0, order.size() - 1);
    }

    @Override
    public BitSet holding(Draw draw, LinkedLayout layout) {
        int[] places = numbers.in(draw);
        BitSet holding = new BitSet();
        for (int i = 0; i < count(); i++) {
            holding.set(i, places[i + 1] == places[i] + 1);
        }
        return holding;
    }

    @Override
    public Condition condition(int number) {
        return new ObjectsTogether(List.copyOf(order.subList(number, number + 2)));
    }
}
