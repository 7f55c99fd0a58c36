package org.karlworkbench.debug.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * How well anchors in memory agree with one relink: in the right one all are shifted by the same.
 *
 * @param agreeing how many anchors are shifted by {@code shift}
 * @param found how many are in memory at all
 * @param shift the offset in the dump's file, less the address in the kernel
 */
record Match(int agreeing, int found, long shift) {
    /** The address of an anchor that a relink does not have. */
    static final long NOWHERE = -1;

    private static final int LEAST = 4;

    /**
     * Compares.
     *
     * @param anchors the anchors
     * @param positions where each is in memory
     * @param address the address of an anchor in the relink, or {@link #NOWHERE}
     */
    static Match of(List<Anchor> anchors, List<List<Long>> positions, ToLongFunction<Anchor> address) {
        Map<Long, Integer> votes = new HashMap<>();
        int found = 0;
        for (int i = 0; i < anchors.size(); i++) {
            long expected = positions.get(i).isEmpty() ? NOWHERE : address.applyAsLong(anchors.get(i));
            if (expected != NOWHERE) {
                found++;
                positions.get(i).forEach(each -> votes.merge(each - expected, 1, Integer::sum));
            }
        }
        Map.Entry<Long, Integer> best = null;
        for (Map.Entry<Long, Integer> each : votes.entrySet()) {
            best = best == null || each.getValue() > best.getValue() ? each : best;
        }
        return best == null ? new Match(0, 0, 0) : new Match(best.getValue(), found, best.getKey());
    }

    /** Whether that is no chance. */
    boolean isGood() {
        return agreeing >= LEAST && agreeing * 10L >= found * 9L;
    }
}
