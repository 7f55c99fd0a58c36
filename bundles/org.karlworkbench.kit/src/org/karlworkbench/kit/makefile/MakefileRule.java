package org.karlworkbench.kit.makefile;

import java.util.List;

/**
 * A rule of a Makefile.
 *
 * @param line the number of the line with its targets, from 1
 * @param targets the targets, expanded
 * @param prerequisites what they depend on, unexpanded, split at white space
 * @param recipe the commands, one a logical line, unexpanded, without their tab
 */
public record MakefileRule(int line, List<String> targets, List<String> prerequisites, List<String> recipe) {}
