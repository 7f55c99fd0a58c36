package org.karlworkbench.ui.kernel;

import java.util.List;
import org.karlworkbench.layout.Hit;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.table.Shown;

/**
 * What was found in a kernel, to be gone through one by one: Navigate > Next and Previous.
 *
 * @param list what was found
 * @param at where one is
 */
record Walk(List<Hit> list, int at) {
    /** Nothing was found. */
    static final Walk NONE = new Walk(List.of(), 0);

    /** Copies the list. */
    Walk {
        list = List.copyOf(list);
    }

    /** One step on, not beyond the ends. */
    Walk step(int step) {
        return list.isEmpty() ? this : new Walk(list, Math.clamp((long) at + step, 0, list.size() - 1));
    }

    /** Where one is. */
    Hit hit() {
        return list.get(at);
    }

    /** Where one is, in words. */
    String words(Layout layout) {
        return Formats.count(at + 1L) + " of " + Formats.count(list.size()) + ": " + Shown.line(hit().name(layout))
                + Formats.distance(hit().offset());
    }
}
