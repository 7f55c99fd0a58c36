package org.karlworkbench.elf;

/** A run of bytes in a longer array. */
record Bytes(byte[] array, int start, int length) {
    static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);
}
