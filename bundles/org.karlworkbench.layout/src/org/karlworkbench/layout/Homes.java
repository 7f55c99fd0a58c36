package org.karlworkbench.layout;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Which region of a kernel takes the sections of which name, as far as sections that were found tell it. */
final class Homes {
    private final Regions regions;
    private final Map<String, int[]> counts = new HashMap<>();
    private final Map<String, Integer> homes = new HashMap<>();
    private final BitSet pooled = new BitSet();

    Homes(Regions regions) {
        this.regions = regions;
    }

    /** Forgets what sections told. */
    void forget() {
        counts.clear();
        homes.clear();
    }

    /** Takes a section of a name that was found in a region. */
    void count(String name, int region) {
        counts.computeIfAbsent(name, _ -> new int[regions.count()])[region]++;
    }

    /** Takes the name of sections with merged strings or constants, and learns where they go. */
    void addPool(String name) {
        if (of(name) >= 0) {
            pooled.set(of(name));
        }
    }

    /** Whether merged strings or constants may lie in a region. */
    boolean hasPools(int region) {
        return pooled.get(region);
    }

    /** The region that takes sections of a name, or -1. */
    int of(String name) {
        return homes.computeIfAbsent(name, each -> counts.containsKey(each) ? most(counts.get(each)) : unseen(each));
    }

    private static int most(int[] counts) {
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return most;
    }

    /** Scripts mostly put sections of one name, and those whose names begin with it, into a section of that name. */
    private int unseen(String name) {
        int same = regions.named(name);
        int dot = name.indexOf('.', 1);
        return same >= 0 || dot < 0 ? same : regions.named(name.substring(0, dot));
    }
}
