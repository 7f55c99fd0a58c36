package org.karlworkbench.kit;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The loose sections of a kit, those that can move without the others of their object, in the order that a draw gives
 * them. Under each statement of the linker script they change places with one another so that they stand in this order;
 * whatever else stands there keeps the place that the order of the objects gives it (docs/draw.md, Sections).
 */
public final class SectionOrder {
    /** No section moves without its object. */
    public static final SectionOrder NONE = new SectionOrder(new int[0], new int[0]);

    private final int[] objects;
    private final int[] sections;

    /** Takes columns of one length, which are not changed after that. */
    SectionOrder(int[] objects, int[] sections) {
        this.objects = objects;
        this.sections = sections;
    }

    /** The same sections in random order. */
    SectionOrder shuffled(Chance chance) {
        int[] order = chance.order(objects.length);
        return new SectionOrder(
                Arrays.stream(order).map(i -> objects[i]).toArray(),
                Arrays.stream(order).map(i -> sections[i]).toArray());
    }

    /**
     * How many sections are loose.
     *
     * @return 0 or more
     */
    public int count() {
        return objects.length;
    }

    /**
     * The object of a section.
     *
     * @param i its place in the order, from 0
     * @return the object's index in {@link LoadedKit#objects()}
     */
    public int object(int i) {
        return objects[i];
    }

    /**
     * Which section of its object it is.
     *
     * @param i its place in the order, from 0
     * @return an index into the object's section table
     */
    public int section(int i) {
        return sections[i];
    }

    /**
     * How many objects' code it takes apart. Where it is none, moving sections gains nothing over moving objects.
     *
     * @param kit the kit whose sections they are
     * @return how many objects have two or more of them that are code
     */
    public int splitObjects(LoadedKit kit) {
        BitSet seen = new BitSet();
        BitSet split = new BitSet();
        for (int i = 0; i < objects.length; i++) {
            if (kit.objects().get(objects[i]).sections().isExecutable(sections[i])) {
                split.set(objects[i], seen.get(objects[i]));
                seen.set(objects[i]);
            }
        }
        return split.cardinality();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SectionOrder order
                && Arrays.equals(objects, order.objects)
                && Arrays.equals(sections, order.sections);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(objects) + Arrays.hashCode(sections);
    }
}
