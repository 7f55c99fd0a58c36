package org.karlworkbench.layout;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;

/**
 * The link order of a kit's body, put together from sequences that are each a part of it: a topological merge. A sequence
 * that contradicts what is known already is refused, as one of a section that the script sorts. Objects are numbered in
 * the kit's order, which also decides where no sequence does.
 */
final class ObjectOrder {
    private final int count;
    private final int[] first;
    private final int[] indegree;
    private final BitSet known = new BitSet();
    private int[] to = new int[256];
    private int[] next = new int[256];
    private int edges;
    private int[] longest = {};
    private int[] order;
    private int[] rank;

    ObjectOrder(int count) {
        this.count = count;
        first = new int[count];
        indegree = new int[count];
        Arrays.fill(first, -1);
        sort();
    }

    /**
     * Adds a sequence.
     *
     * @param sequence numbers of objects; one that stands there again without another between counts once
     * @return false if it contradicts itself or others, and is left out
     */
    boolean add(int[] sequence) {
        int[] once = once(sequence);
        return once != null && addOnce(List.of(once));
    }

    /** Adds sequences one after the other; all at once where none contradicts, which is as good and takes less time. */
    void addAll(List<int[]> sequences) {
        List<int[]> all =
                sequences.stream().map(this::once).filter(Objects::nonNull).toList();
        if (!addOnce(all)) {
            all.forEach(each -> addOnce(List.of(each)));
        }
    }

    private boolean addOnce(List<int[]> sequences) {
        int before = edges;
        boolean ascending = true;
        for (int[] once : sequences) {
            for (int i = 1; i < once.length; i++) {
                link(once[i - 1], once[i]);
                ascending &= rank[once[i - 1]] < rank[once[i]];
            }
        }
        if (!ascending && !sort()) {
            unlink(before);
            return false;
        }
        for (int[] once : sequences) {
            Arrays.stream(once).forEach(known::set);
            longest = once.length > longest.length ? once : longest;
        }
        return true;
    }

    /** The sequence without repetitions, or null if an object stands in it at two places. */
    private int[] once(int[] sequence) {
        BitSet seen = new BitSet();
        int[] once = new int[sequence.length];
        int length = 0;
        for (int object : sequence) {
            if (length == 0 || once[length - 1] != object) {
                if (seen.get(object)) {
                    return null;
                }
                seen.set(object);
                once[length++] = object;
            }
        }
        return Arrays.copyOf(once, length);
    }

    private void link(int from, int target) {
        if (edges == to.length) {
            to = Arrays.copyOf(to, 2 * edges);
            next = Arrays.copyOf(next, 2 * edges);
        }
        to[edges] = target;
        next[edges] = first[from];
        first[from] = edges++;
        indegree[target]++;
    }

    /** Takes back the latest edges; each is the first of its object's. */
    private void unlink(int before) {
        for (int object = 0; object < count; object++) {
            while (first[object] >= before) {
                edges--;
                indegree[to[first[object]]]--;
                first[object] = next[first[object]];
            }
        }
        edges = before;
    }

    /** Orders all objects; false, and nothing changes, if the sequences form a circle. */
    private boolean sort() {
        int[] waits = indegree.clone();
        int[] sorted = new int[count];
        int length = 0;
        PriorityQueue<Integer> free = new PriorityQueue<>();
        for (int object = 0; object < count; object++) {
            if (waits[object] == 0) {
                free.add(object);
            }
        }
        while (!free.isEmpty()) {
            int object = free.remove();
            sorted[length++] = object;
            for (int edge = first[object]; edge >= 0; edge = next[edge]) {
                if (--waits[to[edge]] == 0) {
                    free.add(to[edge]);
                }
            }
        }
        if (length < count) {
            return false;
        }
        order = sorted;
        rank = new int[count];
        for (int i = 0; i < count; i++) {
            rank[sorted[i]] = i;
        }
        return true;
    }

    /** The longest sequence that was added. */
    int[] longest() {
        return longest.clone();
    }

    /** All objects in link order. */
    int[] order() {
        return order.clone();
    }

    /** The place of an object in {@link #order}. */
    int rank(int object) {
        return rank[object];
    }

    /** Whether any sequence has an object. */
    boolean isKnown(int object) {
        return known.get(object);
    }

    /** Told of two objects of which a sequence says that the one stands before the other, with none of its own between. */
    interface Pair {
        void take(int before, int next);
    }

    /** Tells all pairs. */
    void forEachPair(Pair pair) {
        for (int object = 0; object < count; object++) {
            for (int edge = first[object]; edge >= 0; edge = next[edge]) {
                pair.take(object, to[edge]);
            }
        }
    }
}
