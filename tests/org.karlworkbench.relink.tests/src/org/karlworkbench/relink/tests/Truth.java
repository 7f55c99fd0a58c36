package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.layout.Recovery;

/** What a recovery tells beside the draw of which the kernel is. */
final class Truth {
    private Truth() {}

    static void assertTold(List<String> order, Gaps gaps, Recovery found, String when) {
        assertEquals(sorted(order), sorted(found.order()), when);
        List<Recovery.Before> wrong = found.evidence().stream()
                .filter(each -> order.indexOf(each.object()) > order.indexOf(each.next()))
                .toList();
        assertEquals(List.of(), wrong, "pairs in the wrong order, " + when);
        for (GapName gap : GapName.values()) {
            long least = found.gaps().of(gap);
            long most = least + found.slack().of(gap);
            assertTrue(gaps.of(gap) >= least && gaps.of(gap) <= most, when + ", " + gap + ": " + least + ".." + most);
        }
        Set<String> doubtful = new HashSet<>(found.ambiguous());
        doubtful.addAll(found.unplaced());
        assertEquals(doubtful, found.reasons().keySet(), when);
        assertEquals(without(doubtful, order), without(doubtful, found.order()), "what is in no doubt, " + when);
    }

    private static List<String> without(Set<String> doubtful, List<String> order) {
        return order.stream().filter(object -> !doubtful.contains(object)).toList();
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().toList();
    }
}
