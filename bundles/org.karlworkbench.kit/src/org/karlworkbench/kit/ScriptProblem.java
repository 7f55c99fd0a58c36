package org.karlworkbench.kit;

/**
 * A command in a linker script because of which a kit is not linked.
 *
 * @param file the script's name relative to the kit's folder
 * @param line the line of the command, from 1; 0 if the whole file is meant
 * @param command the command or name as it stands there
 * @param reason what is wrong with it, in a few words
 */
public record ScriptProblem(String file, int line, String command, String reason) {}
