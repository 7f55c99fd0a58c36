package org.karlworkbench.ui.preview;

import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.kit.model.Recipe;

/**
 * What moving an object by hand means to a recipe. Chance and a chosen place exclude each other: moving one object keeps
 * the whole order as it is seen, with that object elsewhere, as an {@code lorder} file would.
 */
final class ObjectMoves {
    private ObjectMoves() {}

    /**
     * The order in which an object stands before another.
     *
     * @param order the body as it is seen
     * @param object one of it
     * @param before another, or null for the end
     * @return the new order
     */
    static List<String> before(List<String> order, String object, String before) {
        List<String> moved = new ArrayList<>(order);
        moved.remove(object);
        int place = before == null ? -1 : moved.indexOf(before);
        moved.add(place < 0 ? moved.size() : place, object);
        return moved;
    }

    /**
     * The order in which an object is some places further.
     *
     * @param order the body as it is seen
     * @param object one of it
     * @param places how many, negative towards the beginning; it stops at the ends
     * @return the new order
     */
    static List<String> pushed(List<String> order, String object, int places) {
        List<String> moved = new ArrayList<>(order);
        int place = moved.indexOf(object);
        moved.remove(place);
        moved.add(Math.clamp((long) place + places, 0, moved.size()), object);
        return moved;
    }

    /** The objects that a recipe pins, with or without one. */
    static List<String> pinned(Recipe recipe, String object, boolean pin) {
        List<String> pinned = new ArrayList<>(recipe.getPinned());
        pinned.remove(object);
        if (pin) {
            pinned.add(object);
        }
        return pinned;
    }
}
