package org.karlworkbench.debug.memory;

/**
 * Bytes of a kernel that no linker changes and that stand nowhere else in its kit, by which they are found in memory.
 *
 * @param object the object, or empty for bytes of a kernel
 * @param section the index of its section
 * @param offset where in the section; for bytes of a kernel, their address
 * @param bytes {@link Anchors#SIZE} of them
 */
record Anchor(String object, int section, long offset, byte[] bytes) {}
