package org.karlworkbench.picture;

/**
 * Neighbouring columns of pixels.
 *
 * @param x the first one
 * @param width how many there are
 */
public record PixelRange(int x, int width) {}
