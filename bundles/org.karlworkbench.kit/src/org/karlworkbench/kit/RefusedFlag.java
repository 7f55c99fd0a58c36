package org.karlworkbench.kit;

/**
 * A flag because of which a kit is not linked.
 *
 * @param flag as the Makefile spells it
 * @param reason what it would do, in a few words
 */
public record RefusedFlag(String flag, String reason) {}
