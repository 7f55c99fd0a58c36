package org.karlworkbench.compare.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.compare.OrderFigures;

/** Figures of orders beside plain counting over all permutations, and beside closed formulas. */
class OrderFiguresTest {
    private static List<String> names(int n) {
        return IntStream.range(0, n).mapToObj(i -> "object" + i + ".o").toList();
    }

    private static List<List<String>> permutations(List<String> names) {
        if (names.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> all = new ArrayList<>();
        for (List<String> rest : permutations(names.subList(1, names.size()))) {
            for (int place = 0; place <= rest.size(); place++) {
                List<String> order = new ArrayList<>(rest);
                order.add(place, names.getFirst());
                all.add(order);
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void figuresAreThoseOfPlainCountingAndTheirMeansTheExpected(int n) {
        List<String> a = names(n);
        double adjacencies = 0;
        double tau = 0;
        double squares = 0;
        List<List<String>> all = permutations(a);
        for (List<String> b : all) {
            OrderFigures figures = OrderFigures.of(a, b);
            assertEquals(n, figures.objects());
            assertEquals(a.equals(b), figures.same());
            assertEquals(adjacent(a, b), figures.adjacenciesKept());
            assertEquals(longest(a, b), figures.longestRun(), b.toString());
            if (n > 1) {
                assertEquals(1 - 4.0 * discordant(a, b) / (n * (n - 1)), figures.kendallTau(), 1e-12);
            }
            adjacencies += figures.adjacenciesKept();
            tau += figures.kendallTau();
            squares += figures.kendallTau() * figures.kendallTau();
        }
        OrderFigures figures = OrderFigures.of(a, a);
        assertEquals(adjacencies / all.size(), figures.adjacenciesExpected(), 1e-12);
        if (n > 1) {
            assertEquals(0, tau / all.size(), 1e-12);
            assertEquals(Math.sqrt(squares / all.size()), figures.kendallTauDeviation(), 1e-12);
        }
    }

    private static int adjacent(List<String> a, List<String> b) {
        int kept = 0;
        for (int i = 1; i < a.size(); i++) {
            kept += b.indexOf(a.get(i)) == b.indexOf(a.get(i - 1)) + 1 ? 1 : 0;
        }
        return kept;
    }

    private static int discordant(List<String> a, List<String> b) {
        int pairs = 0;
        for (int i = 0; i < a.size(); i++) {
            for (int j = i + 1; j < a.size(); j++) {
                pairs += b.indexOf(a.get(i)) > b.indexOf(a.get(j)) ? 1 : 0;
            }
        }
        return pairs;
    }

    /** All subsets of A that ascend in B. */
    private static int longest(List<String> a, List<String> b) {
        int best = 0;
        for (int subset = 0; subset < 1 << a.size(); subset++) {
            int last = -1;
            boolean ascends = true;
            for (int i = 0; i < a.size() && ascends; i++) {
                if ((subset >> i & 1) != 0) {
                    ascends = b.indexOf(a.get(i)) > last;
                    last = b.indexOf(a.get(i));
                }
            }
            best = ascends ? Math.max(best, Integer.bitCount(subset)) : best;
        }
        return best;
    }

    @Test
    void thousandsOfObjectsComeNearTheExpected() {
        List<String> a = names(2444);
        List<String> b = new ArrayList<>(a);
        Collections.shuffle(b, new Random(8));
        OrderFigures figures = OrderFigures.of(a, b);
        assertEquals(0, figures.kendallTau(), 5 * figures.kendallTauDeviation());
        assertEquals(93, figures.longestRunExpected(), 1.0);
        assertEquals(figures.longestRunExpected(), figures.longestRun(), 20);
        assertFalse(figures.same());
    }

    @Test
    void theReverseAndTheSame() {
        List<String> a = names(100);
        List<String> reverse = new ArrayList<>(a);
        Collections.reverse(reverse);
        assertEquals(-1, OrderFigures.of(a, reverse).kendallTau());
        assertEquals(1, OrderFigures.of(a, reverse).longestRun());
        assertEquals(1, OrderFigures.of(a, a).kendallTau());
        assertEquals(99, OrderFigures.of(a, a).adjacenciesKept());
        assertTrue(OrderFigures.of(a, a).same());
    }

    @Test
    void objectsThatOnlyOneHasCountForSameOnly() {
        OrderFigures figures = OrderFigures.of(List.of("a", "b", "c", "d"), List.of("a", "x", "b", "c"));
        assertEquals(3, figures.objects());
        assertEquals(1, figures.kendallTau());
        assertEquals(1, figures.adjacenciesKept(), "b before c; x came between a and b");
        assertFalse(figures.same());
        assertTrue(Double.isNaN(OrderFigures.of(List.of("a"), List.of("b")).kendallTau()));
    }
}
