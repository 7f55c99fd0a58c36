package org.karlworkbench.linker;

import java.util.List;

/**
 * A kernel that the built-in linker made, in memory, with what it knows about it.
 *
 * @param bytes the whole file; not to be changed
 * @param rows where every piece lies, by output section and address
 */
public record LinkedKernel(byte[] bytes, List<PlacedPiece> rows) {}
