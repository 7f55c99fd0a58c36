package org.karlworkbench.picture;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * A tree of things with sizes, as flat columns. Node 0 is the whole. Immutable; safe for use by several threads.
 *
 * <p>Children are in the order of their size, the largest first; what has no size is no child of anything.
 */
public final class TreemapModel {
    /** Nothing. */
    public static final TreemapModel EMPTY =
            new TreemapModel(new int[] {-1}, new long[] {0}, new int[] {0}, _ -> "", Legend.NONE);

    private static final int INDEX_BITS = 27;
    private static final long LARGEST = (1L << Long.SIZE - 1 - INDEX_BITS) - 1;

    private final int[] parents;
    private final long[] sizes;
    private final int[] colours;
    private final IntFunction<String> labels;
    private final Legend legend;
    private final int[] starts;
    private final int[] children;

    /**
     * Makes a tree.
     *
     * @param parents for each node the one above it, with a smaller number; -1 for node 0 and for what is not shown
     * @param sizes for each node its size, with all below it; not negative. Below a node can be less than its size: the rest
     *     stays empty
     * @param colours for each node {@code 0xRRGGBB}, with {@link Palette#HATCHED} added for a hatched one
     * @param labels gives a node's name, fit for one line
     * @param legend what the colours mean
     * @throws IllegalArgumentException when the columns are not of one length, a parent does not come before its child, a
     *     size is negative, or there are more than 2^27 nodes
     */
    public TreemapModel(int[] parents, long[] sizes, int[] colours, IntFunction<String> labels, Legend legend) {
        this.parents = parents.clone();
        this.sizes = sizes.clone();
        this.colours = colours.clone();
        this.labels = labels;
        this.legend = legend;
        check();
        starts = new int[parents.length + 1];
        children = sorted();
    }

    private void check() {
        int count = parents.length;
        if (count == 0 || count != sizes.length || count != colours.length || count >= 1 << INDEX_BITS) {
            throw new IllegalArgumentException(count + " nodes");
        }
        for (int node = 0; node < count; node++) {
            if (parents[node] >= node || sizes[node] < 0) {
                throw new IllegalArgumentException("node " + node);
            }
        }
    }

    /** All nodes that are children, those of one parent together, large ones first. */
    private int[] sorted() {
        long[] keys = new long[parents.length];
        int count = 0;
        for (int node = 1; node < parents.length; node++) {
            if (parents[node] >= 0 && sizes[node] > 0) {
                keys[count++] = LARGEST - Math.min(sizes[node], LARGEST) << INDEX_BITS | node;
                starts[parents[node] + 1]++;
            }
        }
        Arrays.sort(keys, 0, count);
        for (int node = 0; node < parents.length; node++) {
            starts[node + 1] += starts[node];
        }
        int[] next = starts.clone();
        int[] sorted = new int[count];
        for (int i = 0; i < count; i++) {
            int node = (int) (keys[i] & (1 << INDEX_BITS) - 1);
            sorted[next[parents[node]]++] = node;
        }
        return sorted;
    }

    /** Returns how many nodes there are. */
    public int count() {
        return parents.length;
    }

    /** Tells whether there is nothing to show. */
    public boolean isEmpty() {
        return sizes[0] == 0 || childCount(0) == 0;
    }

    /** Returns the node above, or -1. */
    public int parent(int node) {
        return parents[node];
    }

    /** Returns the size of a node with all below it. */
    public long size(int node) {
        return sizes[node];
    }

    /** Returns the colour of a node. */
    public int colour(int node) {
        return colours[node];
    }

    /** Returns the name of a node, clean. */
    public String label(int node) {
        return Names.clean(labels.apply(node));
    }

    /** Returns the names of a node and of all above it, the whole first. */
    public String path(int node) {
        return parents[node] < 0 ? label(node) : path(parents[node]) + " › " + label(node);
    }

    /** Returns what the colours mean. */
    public Legend legend() {
        return legend;
    }

    /** Returns how many nodes are directly below a node. */
    public int childCount(int node) {
        return starts[node + 1] - starts[node];
    }

    /**
     * Returns a node directly below another one.
     *
     * @param rank 0 for the largest
     */
    public int child(int node, int rank) {
        return children[starts[node] + rank];
    }

    /** Tells whether a node is another one or somewhere below it. */
    public boolean isWithin(int node, int other) {
        int at = node;
        while (at > other) {
            at = parents[at];
        }
        return at == other;
    }

    /** Tells whether a node is shown at all: it has a size, and so has all above it. */
    public boolean isShown(int node) {
        for (int at = node; at > 0; at = parents[at]) {
            if (sizes[at] == 0 || parents[at] < 0) {
                return false;
            }
        }
        return node >= 0 && node < parents.length;
    }

    /** Returns the next node of the same parent, larger ones before smaller ones; the node itself at the end. */
    public int sibling(int node, int step) {
        int parent = parents[node];
        if (parent < 0) {
            return node;
        }
        int rank = 0;
        while (child(parent, rank) != node) {
            rank++;
        }
        return child(parent, Math.clamp(rank + step, 0, childCount(parent) - 1));
    }
}
