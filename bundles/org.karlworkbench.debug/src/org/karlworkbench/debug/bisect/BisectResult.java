package org.karlworkbench.debug.bisect;

import java.util.List;

/**
 * What the search came to.
 *
 * @param causes the causes that were confirmed, that of the bad relink first; empty if none was found
 * @param runs how often the test ran
 * @param sampled random draws that were tested first
 * @param suspects features that go with failing in those, the most suspicious first
 * @param linker the linker by which all were linked
 * @param reason why there is no cause; null where there is one
 */
public record BisectResult(
        List<Found> causes, int runs, Tally sampled, List<Suspect> suspects, String linker, String reason) {
    /** Copies the lists. */
    public BisectResult {
        causes = List.copyOf(causes);
        suspects = List.copyOf(suspects);
    }

    /** The cause of the bad relink's failing; null if none was found. */
    public Cause cause() {
        return causes.isEmpty() ? null : causes.getFirst().cause();
    }

    /** Fresh draws in which that cause holds. */
    public Tally with() {
        return causes.isEmpty() ? Tally.NONE : causes.getFirst().with();
    }

    /** Draws in which it does not. */
    public Tally without() {
        return causes.isEmpty() ? Tally.NONE : causes.getFirst().without();
    }
}
