package org.karlworkbench.kit.flags;

/**
 * One flag with its argument.
 *
 * @param spelled its words as they stand in the Makefile, joined by blanks
 * @param name its name without dashes, in the spelling of the table
 * @param meaning what becomes of it
 * @param value its argument; null if it has none
 * @param attached whether the argument stands in the same word
 * @param why the reason where it is refused, else null
 */
public record Flag(String spelled, String name, FlagMeaning meaning, String value, boolean attached, String why) {}
