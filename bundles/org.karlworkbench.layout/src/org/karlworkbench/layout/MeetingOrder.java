package org.karlworkbench.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Adds to an order that is known in part what a list tells whose entries stand as the linker first met them, such as a
 * pool of merged strings. It is taken part by part: a new one begins where the order of the objects falls back, and what
 * stands at the seam of two may belong to either.
 */
final class MeetingOrder {
    private static final int NONE = -1;

    private final List<Met> entries;
    private final ObjectOrder order;
    private final int bodyFrom;
    private final boolean[] firm;
    private final int margin;
    /** What a part tells; added when the part was read, since ranks change with each. */
    private final List<int[]> pairs = new ArrayList<>();

    private int[] earliest;

    /**
     * Prepares it.
     *
     * @param entries as they follow each other
     * @param order the order of the body's objects
     * @param bodyFrom the number of the body's first object
     * @param firm which of the body's objects have a place that is certain
     * @param margin how many certain entries at each end of a part say nothing of shared ones; at least 1
     */
    MeetingOrder(List<Met> entries, ObjectOrder order, int bodyFrom, boolean[] firm, int margin) {
        this.entries = entries;
        this.order = order;
        this.bodyFrom = bodyFrom;
        this.firm = firm;
        this.margin = margin;
    }

    /** Adds the order of the entries that one object alone brought, then what shared ones tell against that. */
    void add() {
        List<int[]> parts = parts();
        for (int[] part : parts) {
            List<Integer> alone = new ArrayList<>();
            for (int i = part[0]; i <= part[1]; i++) {
                if (only(i) != NONE) {
                    alone.add(only(i));
                }
            }
            order.add(alone.stream().mapToInt(Integer::intValue).toArray());
        }
        for (int[] part : parts) {
            addShared(part[0], part[1]);
        }
    }

    /** The first and the last entry of each part, which are of certain objects. */
    private List<int[]> parts() {
        List<int[]> parts = new ArrayList<>();
        int from = NONE;
        int last = NONE;
        for (int i = 0; i < entries.size(); i++) {
            if (isFirm(i)) {
                if (last != NONE && order.rank(only(i)) < order.rank(only(last))) {
                    parts.add(new int[] {from, last});
                    from = i;
                }
                from = from == NONE ? i : from;
                last = i;
            }
        }
        if (last != NONE) {
            parts.add(new int[] {from, last});
        }
        return parts;
    }

    /** The body's object that alone brought an entry, or -1. */
    private int only(int i) {
        return body(entries.get(i).only());
    }

    private int body(int object) {
        int number = object - bodyFrom;
        return object >= 0 && number >= 0 && number < firm.length ? number : NONE;
    }

    private boolean isFirm(int i) {
        return only(i) != NONE && firm[only(i)];
    }

    /** Takes the shared entries of a part but for those near its ends, which may be another part's after all. */
    private void addShared(int from, int to) {
        int[] certain = IntStream.rangeClosed(from, to).filter(this::isFirm).toArray();
        earliest = order.earliest();
        for (int i = margin; i <= certain.length - margin; i++) {
            for (int entry = certain[i - 1] + 1; entry < certain[i]; entry++) {
                if (entries.get(entry).only() < 0) {
                    addShared(entries.get(entry).objects(), only(certain[i - 1]), only(certain[i]));
                }
            }
        }
        pairs.forEach(order::add);
        pairs.clear();
    }

    /**
     * An entry that stands between those of two certain objects was brought first by one that stands between them, and by
     * none before.
     */
    private void addShared(int[] sharers, int before, int next) {
        int first = NONE;
        List<Integer> others = new ArrayList<>();
        for (int sharer : sharers) {
            int object = body(sharer);
            if (sharer < bodyFrom) {
                return; // the head comes before all
            }
            if (object == NONE) {
                continue; // the tail comes behind all
            }
            if (!firm[object] && earliest[object] < order.rank(next)) {
                others.add(object);
            } else if (firm[object] && (first == NONE || order.rank(object) < order.rank(first))) {
                first = object;
            }
        }
        if (first != NONE && order.rank(first) < order.rank(before)) {
            return; // another pool's
        }
        for (int other : others) {
            pairs.add(new int[] {before, other});
        }
        if (others.size() == 1 && (first == NONE || order.rank(first) > order.rank(next))) {
            pairs.add(new int[] {others.getFirst(), next});
        }
    }
}
