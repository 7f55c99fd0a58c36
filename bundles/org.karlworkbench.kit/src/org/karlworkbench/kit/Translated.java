package org.karlworkbench.kit;

/**
 * A flag that a linker is given in another spelling.
 *
 * @param from as the Makefile spells it
 * @param to as the linker is given it
 */
public record Translated(String from, String to) {}
