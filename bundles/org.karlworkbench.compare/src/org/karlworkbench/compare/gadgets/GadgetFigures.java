package org.karlworkbench.compare.gadgets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The gadgets of two kernels, named as the command prints them (CLI.md, Figures).
 *
 * @param tool the library that decoded
 * @param candidates how many offsets begin a gadget; equal ones count each
 * @param intended those that begin at an instruction boundary of the compiler's code; empty without symbols
 * @param overRelocated those whose bytes touch a relocated field; empty where no kit tells
 * @param born those at places of functions where the first kernel has none; empty without functions in common
 * @param lost those of the first at places of functions where the second has none; likewise
 * @param changed those at the same place of their function in both, with other bytes; likewise
 * @param outsideFunctions those of the first that begin in no function of both
 * @param survivors those of the first that the second has at the same address with the same bytes
 * @param survivorsByChance how many two fair draws would leave ({@link ChanceSurvivors}); empty if nothing moved
 * @param survivorsDeviation about the standard deviation of that
 * @param contentInCommon sequences that both have, each as often as the one that has fewer, of all of the kernel that has
 *     more, 0 to 1; NaN without any
 * @param classes all sequences of the first kernel, the most frequent first
 * @param byRegion by part of the kernel; empty where the objects are not known
 * @param changes what was born and lost, by function
 */
public record GadgetFigures(
        String tool,
        Both candidates,
        Optional<Both> intended,
        Optional<Both> overRelocated,
        OptionalLong born,
        OptionalLong lost,
        OptionalLong changed,
        OptionalLong outsideFunctions,
        long survivors,
        OptionalDouble survivorsByChance,
        OptionalDouble survivorsDeviation,
        double contentInCommon,
        List<GadgetClass> classes,
        Map<Region, RegionFigures> byRegion,
        List<GadgetChange> changes)
        implements Gadgets {

    /** Those that are not {@link #intended}. */
    public Optional<Both> unintended() {
        return intended.map(some -> new Both(candidates.a() - some.a(), candidates.b() - some.b()));
    }

    /** How many standard deviations lie between the survivors and what chance would leave; empty where that is not known. */
    public OptionalDouble survivorsSigma() {
        return survivorsByChance.isPresent() && survivorsDeviation.orElse(0) > 0
                ? OptionalDouble.of((survivors - survivorsByChance.getAsDouble()) / survivorsDeviation.getAsDouble())
                : OptionalDouble.empty();
    }
}
