package org.karlworkbench.linker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What fields are relative to, beside pieces: slots, each an address that every draw computes anew. Slot s is target -1 - s
 * until all pieces are known.
 */
final class Anchors {
    /** The address 0. */
    static final int ZERO = -1;

    /** The address of the global offset table. */
    static final int GOT = -2;

    private final Map<Integer, Integer> slots = new HashMap<>();
    private final List<Integer> names = new ArrayList<>(List.of(Names.NONE, Names.NONE));

    /** The target that stands for a name whose address only a draw tells. */
    int of(int name) {
        return slots.computeIfAbsent(name, _ -> {
            names.add(name);
            return -names.size();
        });
    }

    /** How many slots there are. */
    int count() {
        return names.size();
    }

    /** The name of a slot, counted from 0; {@link Names#NONE} for those without. */
    int name(int slot) {
        return names.get(slot);
    }
}
