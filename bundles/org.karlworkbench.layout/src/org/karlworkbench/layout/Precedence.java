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
        for (int i = count - 1; i >= 0; i--) {
            follow(behind, sequence[i]);
        }
    }

    private static BitSet[] sets(int count) {
        BitSet[] sets = new BitSet[count];
        Arrays.setAll(sets, _ -> new BitSet(count));
        return sets;
    }

    /** Adds what is beyond an object's neighbours; theirs are complete. */
    private static void follow(BitSet[] sets, int object) {
        for (int each : sets[object].stream().toArray()) {
            sets[object].or(sets[each]);
        }
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

    /** How many objects of the body are certain to stand before or behind one of it. */
    int known(int object) {
        return behind[object].cardinality() + ahead(object).cardinality();
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
