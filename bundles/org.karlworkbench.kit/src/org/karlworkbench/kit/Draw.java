package org.karlworkbench.kit;

import java.util.List;

/**
 * What chance decided for one relink: the order of the body and the sizes of the gaps.
 *
 * @param algorithm the name of the algorithm that drew it, so that it can be repeated years later
 * @param order the body's objects in link order, as in the original's {@code lorder}
 * @param gaps the gaps as they lie in {@code gap.o}
 */
public record Draw(String algorithm, List<String> order, Gaps gaps) {
    /** Copies the order. */
    public Draw {
        order = List.copyOf(order);
    }
}
