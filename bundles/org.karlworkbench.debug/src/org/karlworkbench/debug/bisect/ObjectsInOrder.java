package org.karlworkbench.debug.bisect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.karlworkbench.kit.Draw;

/**
 * Objects come one somewhere before the other.
 *
 * @param objects two or more, in their order
 * @param apart whether something else has to stand between them somewhere
 */
record ObjectsInOrder(List<String> objects, boolean apart) implements Condition {
    @Override
    public boolean holds(Draw draw) {
        List<Integer> places = places(draw);
        for (int i = 1; i < places.size(); i++) {
            if (places.get(i - 1) > places.get(i)) {
                return false;
            }
        }
        return !apart || places.getLast() - places.getFirst() >= places.size();
    }

    private List<Integer> places(Draw draw) {
        Map<String, Integer> all = new HashMap<>();
        draw.order().forEach(object -> all.put(object, all.size()));
        return objects.stream().map(all::get).toList();
    }

    /** They take their own places in turn. */
    @Override
    public Draw applied(Draw fresh) {
        List<String> order = new ArrayList<>(fresh.order());
        List<Integer> places = places(fresh).stream().sorted().toList();
        for (int i = 0; i < places.size(); i++) {
            order.set(places.get(i), objects.get(i));
        }
        return Condition.ordered(fresh, order);
    }

    @Override
    public Cause cause() {
        String words = objects.stream().skip(1).collect(Collectors.joining(", that before "));
        return Cause.of(Cause.Kind.BEFORE, "fails whenever " + objects.getFirst() + " comes before " + words)
                .objects(objects)
                .build();
    }
}
