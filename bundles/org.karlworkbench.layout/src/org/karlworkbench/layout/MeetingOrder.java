package org.karlworkbench.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Adds to an order that is known in part what a list tells whose entries stand as the linker first met them, such as a
 * pool of merged strings. It is taken part by part: a new one begins where the order of the objects falls back, and what
 * stands at the seam of two may belong to either. A short part may begin without that, and be taken for an end of another.
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

    private Precedence precedence;

    /**
     * Prepares it.
     *
     * @param entries as they follow each other
     * @param order the order of the body's objects
     * @param bodyFrom the number of the body's first object
     * @param firm which of the body's objects have a place that is certain
     * @param margin how many certain objects at each end of one part of several say nothing, and a part needs in all
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
        List<int[]> inner = parts.stream()
                .map(part -> inner(part, parts.size() == 1 ? 1 : margin))
                .filter(Objects::nonNull)
                .toList();
        for (int[] part : inner) {
            order.add(IntStream.rangeClosed(part[0], part[1])
                    .map(this::only)
                    .filter(object -> object != NONE)
                    .toArray());
        }
        precedence = new Precedence(order, bodyFrom, bodyFrom + firm.length);
        for (int[] part : inner) {
            addShared(part[0], part[1]);
        }
    }

    /**
     * A part without its ends, where it may take in a short one whose order happens to go on: from one certain object to
     * another, with as many behind each as happen to stand in order by no chance. Null for one that is too short.
     */
    private int[] inner(int[] part, int ends) {
        int[] certain =
                IntStream.rangeClosed(part[0], part[1]).filter(this::isFirm).toArray();
        int[] first = IntStream.range(0, certain.length)
                .filter(i -> i == 0 || only(certain[i]) != only(certain[i - 1]))
                .map(i -> certain[i])
                .toArray();
        boolean enough = first.length >= Math.max(2 * ends, margin);
        return enough ? new int[] {first[ends - 1], first[first.length - ends]} : null;
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

    private void addShared(int from, int to) {
        int[] certain = IntStream.rangeClosed(from, to).filter(this::isFirm).toArray();
        for (int i = 1; i < certain.length; i++) {
            for (int entry = certain[i - 1] + 1; entry < certain[i]; entry++) {
                if (entries.get(entry).only() < 0) {
                    addShared(entries.get(entry).objects(), only(certain[i - 1]), only(certain[i]));
                }
            }
        }
        order.addAll(pairs);
        pairs.clear();
    }

    /**
     * An entry that stands between those of two certain objects was brought first by one that stands between them, and by
     * none before.
     */
    private void addShared(int[] sharers, int before, int next) {
        List<Integer> able = new ArrayList<>();
        for (int sharer : sharers) {
            if (precedence.isBefore(sharer, bodyFrom + before)) {
                return; // another pool's, or the head's
            }
            if (!precedence.isBefore(bodyFrom + next, sharer)) {
                able.add(body(sharer));
            }
        }
        for (int each : able) {
            if (!firm[each]) {
                pairs.add(new int[] {before, each});
            }
        }
        if (able.size() == 1 && !firm[able.getFirst()]) {
            pairs.add(new int[] {able.getFirst(), next});
        }
    }
}
