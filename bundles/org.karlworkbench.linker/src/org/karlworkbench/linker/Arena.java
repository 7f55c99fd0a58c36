package org.karlworkbench.linker;

import java.util.Arrays;

/** The bytes of all pieces of a kit, one behind the other. */
final class Arena {
    private static final int MOST = Integer.MAX_VALUE - 64;

    private byte[] bytes;
    private int end;

    /**
     * Without a piece.
     *
     * @param room about how many bytes will be added
     */
    Arena(long room) {
        bytes = new byte[Math.clamp(room, 1, MOST)];
    }

    /**
     * Adds the bytes of a piece.
     *
     * @return where they begin
     * @throws ArithmeticException when they are 2 GiB or more together
     */
    int add(byte[] content, int from, int length) {
        int at = end;
        reserve(length);
        System.arraycopy(content, from, bytes, at, length);
        return at;
    }

    /** Makes room for a piece of zeros. */
    int reserve(int length) {
        int at = end;
        long needed = (long) end + length;
        if (needed > MOST) {
            throw new ArithmeticException("more than 2 GiB of loaded bytes");
        }
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(MOST, Math.max(needed, 2L * bytes.length)));
        }
        end = (int) needed;
        return at;
    }

    /** All bytes; those behind the last piece mean nothing. Not to be changed once the kit is read. */
    byte[] bytes() {
        return bytes;
    }
}
