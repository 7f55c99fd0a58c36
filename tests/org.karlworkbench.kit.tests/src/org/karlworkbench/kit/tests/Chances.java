package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whether what was drawn looks as chance does. */
final class Chances {
    private Chances() {}

    /** Ten things were each seen at ten places: chi-square with 81 degrees of freedom. */
    static void requireUniform(int[][] seen, int draws) {
        double expected = draws / 10.0;
        double chiSquare = 0;
        for (int[] row : seen) {
            for (int count : row) {
                chiSquare += (count - expected) * (count - expected) / expected;
            }
        }
        assertTrue(chiSquare > 30 && chiSquare < 165, "chi-square " + chiSquare); // 81 +- 6.5 sigma
    }
}
