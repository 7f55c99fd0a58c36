package org.karlworkbench.linker.machine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads and writes numbers of 2, 4 and 8 bytes in the target's byte order (gABI, "Data Encoding"). */
public final class Words {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();

    private final boolean big;

    /**
     * For one byte order.
     *
     * @param order the target's
     */
    public Words(ByteOrder order) {
        big = order == ByteOrder.BIG_ENDIAN;
    }

    /**
     * Reads 2 bytes.
     *
     * @return 0 to 65535
     */
    public int get16(byte[] bytes, int at) {
        short value = (short) SHORT.get(bytes, at);
        return (big ? Short.reverseBytes(value) : value) & 0xffff;
    }

    /** Reads 4 bytes. */
    public int get32(byte[] bytes, int at) {
        int value = (int) INT.get(bytes, at);
        return big ? Integer.reverseBytes(value) : value;
    }

    /** Reads 8 bytes. */
    public long get64(byte[] bytes, int at) {
        long value = (long) LONG.get(bytes, at);
        return big ? Long.reverseBytes(value) : value;
    }

    /** Writes the low 2 bytes of a number. */
    public void put16(byte[] bytes, int at, long value) {
        short low = (short) value;
        SHORT.set(bytes, at, big ? Short.reverseBytes(low) : low);
    }

    /** Writes the low 4 bytes of a number. */
    public void put32(byte[] bytes, int at, long value) {
        int low = (int) value;
        INT.set(bytes, at, big ? Integer.reverseBytes(low) : low);
    }

    /** Writes 8 bytes. */
    public void put64(byte[] bytes, int at, long value) {
        LONG.set(bytes, at, big ? Long.reverseBytes(value) : value);
    }

    /**
     * Writes the low bytes of a number.
     *
     * @param width 1, 2, 4 or 8
     */
    public void put(byte[] bytes, int at, int width, long value) {
        switch (width) {
            case Byte.BYTES -> bytes[at] = (byte) value;
            case Short.BYTES -> put16(bytes, at, value);
            case Integer.BYTES -> put32(bytes, at, value);
            default -> put64(bytes, at, value);
        }
    }

    /**
     * Reads a number.
     *
     * @param width 1, 2 or 4
     * @return its bits, those above the width 0
     */
    public int get(byte[] bytes, int at, int width) {
        return switch (width) {
            case Byte.BYTES -> bytes[at] & 0xff;
            case Short.BYTES -> get16(bytes, at);
            default -> get32(bytes, at);
        };
    }
}
