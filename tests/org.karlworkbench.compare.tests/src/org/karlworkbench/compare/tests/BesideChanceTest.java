package org.karlworkbench.compare.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.karlworkbench.compare.report.BesideChance;

/** How far a figure is from chance, in numbers and in words. */
class BesideChanceTest {
    private static BesideChance beside(double measured, double mean, double deviation) {
        return new BesideChance(measured, OptionalDouble.of(mean), OptionalDouble.of(deviation));
    }

    @Test
    void wordsGrowWithTheDistance() {
        assertEquals("as by chance", beside(5, 4, 1).words());
        assertEquals("as by chance", beside(3, 4, 1).words());
        assertEquals("more than by chance", beside(7, 4, 1).words());
        assertEquals("less than by chance", beside(1, 4, 1).words());
        assertEquals("far more than by chance", beside(10, 4, 1).words());
        assertEquals("far less than by chance", beside(-10, 4, 1).words());
    }

    @Test
    void sigmaHasASignAndNothingHasNone() {
        assertEquals("+2.5", beside(9, 4, 2).sigmaText());
        assertEquals("-2.5", beside(-1, 4, 2).sigmaText());
        assertEquals("+0.0", beside(3.99, 4, 1).sigmaText());
    }

    @Test
    void whatIsNotKnownHasNoNumber() {
        for (BesideChance each :
                new BesideChance[] {beside(1, 1, 0), new BesideChance(1, OptionalDouble.empty(), OptionalDouble.empty())
                }) {
            assertTrue(each.sigma().isEmpty());
            assertEquals("", each.sigmaText());
            assertEquals("", each.words());
        }
    }
}
