package org.karlworkbench.debug.bisect;

import java.util.List;

/**
 * What the search came to.
 *
 * @param cause the cause, or null if none was found
 * @param runs how often the test ran
 * @param sampled random draws that were tested first
 * @param with fresh draws in which the cause is there
 * @param without fresh draws in which it is not
 * @param suspects features that go with failing in those, the most suspicious first
 * @param linker the linker by which all were linked
 * @param reason why there is no cause; null where there is one
 */
public record BisectResult(
        Cause cause,
        int runs,
        Tally sampled,
        Tally with,
        Tally without,
        List<Suspect> suspects,
        String linker,
        String reason) {
    /** Copies the list. */
    public BisectResult {
        suspects = List.copyOf(suspects);
    }
}
