package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whether what was drawn looks as chance does. */
final class Chances {
    private Chances() {}

    /**
     * Ten things were each seen at ten places. As each draw has each thing and each place once, the sum is 10/9 of chi-square
     * with 81 degrees of freedom.
     */
    static void requireUniform(int[][] seen, int draws) {
        double expected = draws / 10.0;
        double chiSquare = 0;
        for (int[] row : seen) {
            for (int count : row) {
                chiSquare += (count - expected) * (count - expected) / expected;
            }
        }
        double scaled = 0.9 * chiSquare;
        assertTrue(scaled > 30 && scaled < 165, "chi-square " + scaled); // 81 +- 6.5 sigma
    }
}
