package org.karlworkbench.kit;

import java.util.List;

/**
 * What chance decided for one relink: the order of the body and the sizes of the gaps.
 *
 * @param algorithm the name of the algorithm that drew it, so that it can be repeated years later
 * @param order the body's objects in link order, as in the original's {@code lorder}
 * @param sections the order of the sections that move without their objects; {@link SectionOrder#NONE} for whole objects
 * @param gaps the gaps as they lie in {@code gap.o}
 */
public record Draw(String algorithm, List<String> order, SectionOrder sections, Gaps gaps) {
    /** Copies the order. */
    public Draw {
        order = List.copyOf(order);
    }

    /**
     * A draw of whole objects.
     *
     * @param algorithm as above
     * @param order as above
     * @param gaps as above
     */
    public Draw(String algorithm, List<String> order, Gaps gaps) {
        this(algorithm, order, SectionOrder.NONE, gaps);
    }
}
