package org.karlworkbench.compare.exposure;

/**
 * What a leak from an object gives away.
 *
 * @param object its name
 * @param functions its functions
 * @param bytes its bytes of functions
 * @param exposed how many functions a leak of one of its functions gives away, on average over its blocks
 */
public record ObjectShare(String object, long functions, long bytes, double exposed) {}
