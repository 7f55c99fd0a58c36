package org.karlworkbench.relink;

import java.util.List;

/**
 * What came of a replay.
 *
 * @param relink the relink that it was
 * @param identical whether the kernel has the bytes that the entry's kernel had
 * @param differs what is other than at the time of the entry, a sentence each; may be empty
 */
public record ReplayResult(RelinkResult relink, boolean identical, List<String> differs) {
    /** Copies the list. */
    public ReplayResult {
        differs = List.copyOf(differs);
    }
}
