package org.karlworkbench.layout;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which objects of a kit stand before which, as far as the sequences of an {@link ObjectOrder} tell, by one of them or
 * through several. Ranks do not tell it: of two objects that nothing compares, each may have the lower one.
 */
final class Precedence {
    private final int bodyFrom;
    private final int bodyTo;
    /** By object of the body those behind it, numbered from the body's first. */
    private final BitSet[] behind;

    private final BitSet[] ahead;
    private final int[] sequence;
    private final int[] rank;
    /** Whether all is ahead that is; asked for by few. */
    private boolean looked;

    /**
     * Follows all sequences.
     *
     * @param bodyFrom the number of the body's first object
     * @param bodyTo the number of the object behind its last
     */
    Precedence(ObjectOrder order, int bodyFrom, int bodyTo) {
        this.bodyFrom = bodyFrom;
        this.bodyTo = bodyTo;
        int count = bodyTo - bodyFrom;
        behind = sets(count);
        ahead = sets(count);
        order.forEachPair((before, next) -> {
            behind[before].set(next);
            ahead[next].set(before);
        });
        sequence = order.order();
        rank = new int[count];
        Arrays.setAll(rank, order::rank);
        for (int i = count - 1; i >= 0; i--) {
            follow(behind, sequence[i]);
        }
    }

    private static BitSet[] sets(int count) {
        BitSet[] sets = new BitSet[count];
        Arrays.setAll(sets, _ -> new BitSet(count));
        return sets;
    }

    /** Adds what is beyond an object's neighbours, the nearest first: theirs are complete, and mostly have the others. */
    private void follow(BitSet[] sets, int object) {
        BitSet own = sets[object];
        int nearest = own.nextSetBit(0);
        for (int each = nearest; each >= 0; each = own.nextSetBit(each + 1)) {
            nearest = distance(object, each) < distance(object, nearest) ? each : nearest;
        }
        if (nearest >= 0) {
            BitSet reached = (BitSet) sets[nearest].clone();
            for (int each = own.nextSetBit(0); each >= 0; each = own.nextSetBit(each + 1)) {
                if (each != nearest && !reached.get(each)) {
                    reached.or(sets[each]);
                }
            }
            own.or(reached);
        }
    }

    private int distance(int object, int other) {
        return Math.abs(rank[other] - rank[object]);
    }

    /** Whether it is certain that one object of the kit stands before another: head, body and tail follow each other. */
    boolean isBefore(int object, int other) {
        return isBody(object) && isBody(other) ? behind[object - bodyFrom].get(other - bodyFrom) : object < other;
    }

    /** Those of some objects of the body of which nothing tells whether they stand before one or behind it. */
    BitSet unknown(int object, BitSet among) {
        BitSet unknown = (BitSet) among.clone();
        unknown.andNot(behind[object]);
        unknown.andNot(ahead(object));
        unknown.clear(object);
        return unknown;
    }

    /** By object of the body, of how many others of it is certain that they stand before or behind it. */
    int[] known() {
        int[] known = new int[sequence.length];
        Arrays.setAll(
                known, object -> behind[object].cardinality() + ahead(object).cardinality());
        return known;
    }

    private BitSet ahead(int object) {
        if (!looked) {
            for (int each : sequence) {
                follow(ahead, each);
            }
            looked = true;
        }
        return ahead[object];
    }

    private boolean isBody(int object) {
        return object >= bodyFrom && object < bodyTo;
    }
}
