package org.karlworkbench.debug.bisect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.karlworkbench.kit.Draw;

/**
 * Objects follow each other directly.
 *
 * @param run the objects, in their order
 */
record ObjectsTogether(List<String> run) implements Condition {
    @Override
    public boolean holds(Draw draw) {
        return Collections.indexOfSubList(draw.order(), run) >= 0;
    }

    @Override
    public Draw applied(Draw fresh) {
        Set<String> inside = new HashSet<>(run);
        List<String> order = new ArrayList<>();
        for (String object : fresh.order()) {
            if (object.equals(run.getFirst())) {
                order.addAll(run);
            } else if (!inside.contains(object)) {
                order.add(object);
            }
        }
        return Condition.ordered(fresh, order);
    }

    @Override
    public Cause cause() {
        StringBuilder sentence = new StringBuilder("fails whenever ").append(run.getFirst());
        run.subList(1, run.size())
                .forEach(each -> sentence.append(" is directly followed by ").append(each));
        return Cause.of(Cause.Kind.ADJACENT, sentence.toString()).objects(run).build();
    }
}
