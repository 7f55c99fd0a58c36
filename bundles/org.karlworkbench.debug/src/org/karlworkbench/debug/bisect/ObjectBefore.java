package org.karlworkbench.debug.bisect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.karlworkbench.kit.Draw;

/**
 * One object comes somewhere before another.
 *
 * @param first the one
 * @param second the other
 * @param apart whether something has to stand between them
 */
record ObjectBefore(String first, String second, boolean apart) implements Condition {
    @Override
    public boolean holds(Draw draw) {
        int distance = draw.order().indexOf(second) - draw.order().indexOf(first);
        return distance > (apart ? 1 : 0);
    }

    @Override
    public Draw applied(Draw fresh) {
        List<String> order = new ArrayList<>(fresh.order());
        int one = order.indexOf(first);
        int other = order.indexOf(second);
        if (one > other) {
            Collections.swap(order, one, other);
        }
        return Condition.ordered(fresh, order);
    }

    @Override
    public Cause cause() {
        return Cause.of(Cause.Kind.BEFORE, "fails whenever " + first + " comes before " + second)
                .objects(List.of(first, second))
                .build();
    }
}
