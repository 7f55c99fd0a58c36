package org.karlworkbench.compare.gadgets;

/**
 * All gadgets of the same bytes.
 *
 * @param bytes from the first instruction to the end of the last; not to be changed
 * @param copies how many the first kernel has
 * @param copiesB how many the second has
 * @param chance that one blind guess hits one of the first kernel's: copies, of all offsets at which code can begin
 */
public record GadgetClass(byte[] bytes, int copies, int copiesB, double chance) {}
