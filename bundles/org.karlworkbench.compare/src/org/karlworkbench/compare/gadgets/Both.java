package org.karlworkbench.compare.gadgets;

/**
 * A count for each of two kernels.
 *
 * @param a of the first
 * @param b of the second
 */
public record Both(long a, long b) {}
