package org.karlworkbench.verify;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.karlworkbench.verify.KitFacts.MergeKind;

/** Where the merged strings and constants of a kit lie in one kernel. Some lie there more than once. */
final class PoolPlaces {
    private static final int NONE = -1;

    private final KitFacts facts;
    private final Map<MergeKind, int[]> firsts = new HashMap<>();
    private final Map<Group, Integer> chosen = new HashMap<>();
    private int[] next = new int[1024];
    private long[] addresses = new long[1024];
    private int count;

    PoolPlaces(KitFacts facts) {
        this.facts = facts;
    }

    /**
     * Takes what lies in a pool.
     *
     * @param kind what entries are looked for
     * @param bytes holds the pool
     * @param from where it begins
     * @param to where it ends
     * @param base the address of the first of all bytes
     * @return offset and length, by turns, of what is no entry
     */
    int[] take(MergeKind kind, byte[] bytes, int from, int to, long base) {
        MergedPool pool = facts.pool(kind);
        int[] first = firsts.computeIfAbsent(kind, _ -> filled(pool.count()));
        return pool.scan(bytes, from, to, (entry, offset) -> add(first, entry, base + offset));
    }

    /**
     * Takes what lies where nobody knows what kinds of pools there are.
     *
     * @param kind as above
     * @param bytes as above
     * @param from as above
     * @param to as above
     * @param base as above
     * @param covered takes the offsets of all bytes that are in an entry
     */
    void search(MergeKind kind, byte[] bytes, int from, int to, long base, BitSet covered) {
        MergedPool pool = facts.pool(kind);
        int[] first = firsts.computeIfAbsent(kind, _ -> filled(pool.count()));
        pool.search(bytes, from, to, base, (entry, offset) -> add(first, entry, base + offset), covered);
    }

    private static int[] filled(int length) {
        int[] numbers = new int[length];
        Arrays.fill(numbers, NONE);
        return numbers;
    }

    private void add(int[] first, int entry, long address) {
        if (count == next.length) {
            next = Arrays.copyOf(next, 2 * count);
            addresses = Arrays.copyOf(addresses, 2 * count);
        }
        next[count] = first[entry];
        addresses[count] = address;
        first[entry] = count++;
    }

    /**
     * What linkers merge with each other: the same entry in sections of one name and alignment.
     *
     * @param name the sections' name
     * @param align their alignment
     * @param entry the entry's number in its pool, or -1
     */
    record Group(SectionName name, long align, int entry) {}

    /** The first place where an entry may be, or -1; the next are got by {@link #next}. */
    int first(MergeKind kind, Group group) {
        int[] first = firsts.get(kind);
        if (first == null || group.entry() < 0) {
            return NONE;
        }
        return chosen.getOrDefault(group, first[group.entry()]);
    }

    /** The place after this one, or -1. */
    int next(Group group, int place) {
        return chosen.containsKey(group) ? NONE : next[place];
    }

    /** The address of a place. */
    long address(int place) {
        return addresses[place];
    }

    /** Keeps the place that fitted: the linker took one for all who refer to the entry. */
    void choose(Group group, int place) {
        chosen.putIfAbsent(group, place);
    }
}
