package org.karlworkbench.linker;

/**
 * A kernel that the built-in linker made, in memory, with what it knows about it.
 *
 * @param bytes the whole file; not to be changed
 * @param layout where everything lies in it
 */
public record LinkedKernel(byte[] bytes, LinkedLayout layout) {}
