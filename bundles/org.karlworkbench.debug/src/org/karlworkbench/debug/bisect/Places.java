package org.karlworkbench.debug.bisect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.kit.Draw;

/** The objects of a kit by numbers, which are their places in one order. */
final class Places {
    private final Map<String, Integer> numbers = new HashMap<>();

    Places(List<String> order) {
        order.forEach(object -> numbers.put(object, numbers.size()));
    }

    /** The place of each object in a draw, by its number. */
    int[] in(Draw draw) {
        int[] places = new int[numbers.size()];
        for (int i = 0; i < places.length; i++) {
            places[numbers.get(draw.order().get(i))] = i;
        }
        return places;
    }
}
