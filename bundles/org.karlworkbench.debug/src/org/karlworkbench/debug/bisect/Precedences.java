package org.karlworkbench.debug.bisect;

import java.util.BitSet;
import java.util.List;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.linker.LinkedLayout;

/** One object comes somewhere before another. */
final class Precedences implements Family {
    /** Of more objects the pairs are too many to be kept: a bit for each of nine million is a megabyte for each draw. */
    private static final int MOST_OBJECTS = 3000;

    private final List<String> order;
    private final Places numbers;

    Precedences(Draw bad) {
        order = bad.order().size() > MOST_OBJECTS ? List.of() : bad.order();
        numbers = new Places(order);
    }

    @Override
    public int count() {
        return order.size() * order.size();
    }

    @Override
    public BitSet holding(Draw draw, LinkedLayout layout) {
        int[] places = order.isEmpty() ? new int[0] : numbers.in(draw);
        BitSet holding = new BitSet(count());
        for (int i = 0; i < places.length; i++) {
            for (int j = i + 1; j < places.length; j++) {
                if (places[i] < places[j]) {
                    holding.set(i * places.length + j);
                }
            }
        }
        return holding;
    }

    @Override
    public Condition condition(int number) {
        List<String> pair = List.of(order.get(number / order.size()), order.get(number % order.size()));
        return new ObjectsInOrder(pair, false);
    }
}
