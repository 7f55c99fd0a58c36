package org.karlworkbench.compare;

import java.util.OptionalDouble;

/**
 * How many pairs of symbols have the same distance in two kernels, beside what two fair draws would give.
 *
 * @param kept pairs whose distance is the same in both
 * @param pairs all of them
 * @param expectedByBlocks pairs inside of one block, which every draw keeps; empty where no kit tells the blocks
 * @param expectedByChance about the mean of further pairs that two fair draws keep; empty if nothing moved, or without
 *     blocks
 * @param deviation about the standard deviation of that; likewise
 */
public record KeptPairs(
        long kept,
        long pairs,
        OptionalDouble expectedByBlocks,
        OptionalDouble expectedByChance,
        OptionalDouble deviation) {

    /** How many standard deviations lie between what is kept and what is expected; empty where that is not known. */
    public OptionalDouble sigma() {
        return deviation.isPresent() && deviation.getAsDouble() > 0
                ? OptionalDouble.of((kept - expectedByBlocks.getAsDouble() - expectedByChance.getAsDouble())
                        / deviation.getAsDouble())
                : OptionalDouble.empty();
    }
}
