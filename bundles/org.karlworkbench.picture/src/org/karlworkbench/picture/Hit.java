package org.karlworkbench.picture;

/**
 * What lies at a place of a map.
 *
 * @param lane number of the lane
 * @param index number of the item in its lane: the one that is painted there
 * @param count how many pieces of items share the pixel column; 1 if the item is alone there
 */
public record Hit(int lane, int index, int count) {}
