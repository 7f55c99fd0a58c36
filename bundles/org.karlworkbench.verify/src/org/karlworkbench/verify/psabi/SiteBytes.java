package org.karlworkbench.verify.psabi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The bytes of a field: those that are expected, beginning as the object's and relocated one after the other, and those
 * that the kernel has. Distances are from the relocation's offset, in bytes.
 */
abstract sealed class SiteBytes permits Site {
    private static final VarHandle LITTLE16 = view(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG16 = view(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE32 = view(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG32 = view(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE64 = view(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG64 = view(long[].class, ByteOrder.BIG_ENDIAN);

    private final boolean big;
    private byte[] expected;
    private byte[] found;
    private int start;
    private int at;

    SiteBytes(ByteOrder order) {
        big = order == ByteOrder.BIG_ENDIAN;
    }

    private static VarHandle view(Class<?> words, ByteOrder order) {
        return MethodHandles.byteArrayViewVarHandle(words, order);
    }

    /** Goes to another piece, which begins at an offset of the kernel's bytes. */
    void enter(byte[] piece, byte[] kernel, int from) {
        expected = piece;
        found = kernel;
        start = from;
    }

    /** Goes to another field of the piece. */
    void go(int offset) {
        at = offset;
    }

    /** The relocation's offset in its section. */
    int offset() {
        return at;
    }

    /** Whether the expected bytes are the kernel's. */
    boolean agrees(int distance, int bytes) {
        int from = check(distance, bytes);
        return Arrays.equals(expected, from, from + bytes, found, start + from, start + from + bytes);
    }

    int get8(int distance) {
        return expected[at + distance] & 0xff;
    }

    int get16(int distance) {
        return (big ? (short) BIG16.get(expected, at + distance) : (short) LITTLE16.get(expected, at + distance))
                & 0xffff;
    }

    int get32(int distance) {
        return big ? (int) BIG32.get(expected, at + distance) : (int) LITTLE32.get(expected, at + distance);
    }

    long get64(int distance) {
        return big ? (long) BIG64.get(expected, at + distance) : (long) LITTLE64.get(expected, at + distance);
    }

    int found8(int distance) {
        return found[start + check(distance, 1)] & 0xff;
    }

    int found16(int distance) {
        return (big
                        ? (short) BIG16.get(found, start + check(distance, 2))
                        : (short) LITTLE16.get(found, start + check(distance, 2)))
                & 0xffff;
    }

    int found32(int distance) {
        return big
                ? (int) BIG32.get(found, start + check(distance, 4))
                : (int) LITTLE32.get(found, start + check(distance, 4));
    }

    long found64(int distance) {
        return big
                ? (long) BIG64.get(found, start + check(distance, 8))
                : (long) LITTLE64.get(found, start + check(distance, 8));
    }

    void put8(int distance, long value) {
        expected[at + distance] = (byte) value;
    }

    void put16(int distance, long value) {
        if (big) {
            BIG16.set(expected, at + distance, (short) value);
        } else {
            LITTLE16.set(expected, at + distance, (short) value);
        }
    }

    void put32(int distance, long value) {
        if (big) {
            BIG32.set(expected, at + distance, (int) value);
        } else {
            LITTLE32.set(expected, at + distance, (int) value);
        }
    }

    void put64(int distance, long value) {
        if (big) {
            BIG64.set(expected, at + distance, value);
        } else {
            LITTLE64.set(expected, at + distance, value);
        }
    }

    /** Replaces the bits of a mask in a 32-bit word. */
    void insert32(int distance, int mask, long bits) {
        put32(distance, get32(distance) & ~mask | (int) bits & mask);
    }

    /** Whether the piece has bytes there. */
    boolean reaches(int distance, int bytes) {
        return at + distance >= 0 && at + distance + bytes <= expected.length;
    }

    private int check(int distance, int bytes) {
        if (!reaches(distance, bytes)) {
            throw new IndexOutOfBoundsException("field at " + at);
        }
        return at + distance;
    }
}
