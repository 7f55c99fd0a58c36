package org.karlworkbench.linker.script;

/**
 * One line of {@code MEMORY}.
 *
 * @param name its name
 * @param origin its first address
 * @param length its bytes
 * @param line where in the script
 */
public record MemoryRegion(String name, Expression origin, Expression length, int line) {}
