package org.karlworkbench.compare.gadgets;

import java.util.OptionalDouble;

/**
 * The gadgets of one part of a kernel.
 *
 * @param candidates how many begin there in each
 * @param survivors those of the first that the second has at the same address with the same bytes
 * @param survivorsByChance how many two fair draws would leave; empty where that is not known
 */
public record RegionFigures(Both candidates, long survivors, OptionalDouble survivorsByChance) {}
