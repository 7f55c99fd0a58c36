package org.karlworkbench.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.kit.model.Neighbours;
import org.karlworkbench.kit.model.Recipe;

/**
 * The places of a body and what is laid into them: pinned objects keep theirs, ordered ones take the first of the
 * others, and the rest is shuffled, with neighbours as one (docs/draw.md, Order). A recipe's names are checked before.
 */
final class BodyOrder {
    /** So often is the rest shuffled at most until every group lies in adjacent places. */
    private static final int MOST_SHUFFLES = 10_000;

    /** The pinned objects; null in the other places. */
    private final String[] pinned;

    private final int[] free;
    private final List<String> ordered;
    private final List<List<String>> units;

    BodyOrder(List<String> body, Recipe recipe) {
        Set<String> stay = new HashSet<>(recipe.getPinned());
        ordered = List.copyOf(recipe.getOrder());
        pinned = new String[body.size()];
        int[] unpinned = new int[body.size()];
        int count = 0;
        for (int i = 0; i < pinned.length; i++) {
            if (stay.contains(body.get(i))) {
                pinned[i] = body.get(i);
            } else {
                unpinned[count++] = i;
            }
        }
        free = Arrays.copyOf(unpinned, count);
        Set<String> rest = new LinkedHashSet<>(body);
        rest.removeAll(stay);
        ordered.forEach(rest::remove);
        units = units(rest, recipe);
    }

    /** What is shuffled, in the Makefile's order; a group stands where its first object does. */
    private static List<List<String>> units(Set<String> rest, Recipe recipe) {
        Map<String, List<String>> groups = new HashMap<>();
        Set<String> followers = new HashSet<>();
        for (Neighbours group : recipe.getNeighbours()) {
            List<String> objects = group.getObjects();
            groups.put(objects.getFirst(), List.copyOf(objects));
            followers.addAll(objects.subList(1, objects.size()));
        }
        List<List<String>> units = new ArrayList<>(rest.size());
        for (String object : rest) {
            if (!followers.contains(object)) {
                units.add(groups.getOrDefault(object, List.of(object)));
            }
        }
        return units;
    }

    /** Why no order can have all neighbours adjacent, as far as that is seen from the longest group; else null. */
    String problem() {
        int longest = units.stream().mapToInt(List::size).max().orElse(0);
        int room = 0;
        int run = 0;
        for (int i = ordered.size(); i < free.length; i++) {
            run = i > ordered.size() && free[i] == free[i - 1] + 1 ? run + 1 : 1;
            room = Math.max(room, run);
        }
        return longest <= room
                ? null
                : "a group of " + longest + " objects finds no room: between the pinned and ordered objects at most "
                        + room + " places are adjacent";
    }

    /**
     * One order. Another call goes on from the Makefile's order again.
     *
     * @param chance the random numbers; null to keep the Makefile's order as far as the recipe leaves it
     * @return all objects of the body, or null if no shuffle brought all neighbours together
     */
    List<String> draw(Chance chance) {
        Object[] shuffled = units.toArray();
        String[] places = pinned.clone();
        int shuffles = chance == null ? 1 : MOST_SHUFFLES;
        for (int i = 0; i < shuffles; i++) {
            if (chance != null) {
                chance.shuffle(shuffled);
            }
            if (lay(shuffled, places)) {
                return List.of(places);
            }
        }
        return null;
    }

    private boolean lay(Object[] shuffled, String[] places) {
        int at = 0;
        for (String object : ordered) {
            places[free[at++]] = object;
        }
        for (Object each : shuffled) {
            List<?> unit = (List<?>) each;
            int last = at + unit.size() - 1;
            if (free[last] - free[at] != unit.size() - 1) {
                return false;
            }
            for (Object object : unit) {
                places[free[at++]] = (String) object;
            }
        }
        return true;
    }
}
