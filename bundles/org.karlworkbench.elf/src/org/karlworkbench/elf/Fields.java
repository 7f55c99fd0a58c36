package org.karlworkbench.elf;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads numbers of a table in the file's byte order and class; offsets count from the table's start. */
final class Fields {
    private static final VarHandle SHORT_LITTLE = view(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORT_BIG = view(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT_LITTLE = view(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT_BIG = view(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG_LITTLE = view(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG_BIG = view(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private final int start;
    private final boolean big;
    private final boolean is64;

    Fields(Bytes bytes, boolean big, boolean is64) {
        this.bytes = bytes.array();
        this.start = bytes.start();
        this.big = big;
        this.is64 = is64;
    }

    private static VarHandle view(Class<?> array, ByteOrder order) {
        return MethodHandles.byteArrayViewVarHandle(array, order);
    }

    /** An unsigned byte. */
    int u8(int at) {
        return bytes[start + at] & 0xff;
    }

    /** An unsigned 16-bit number. */
    int u16(int at) {
        return (short) (big ? SHORT_BIG : SHORT_LITTLE).get(bytes, start + at) & 0xffff;
    }

    /** A signed 32-bit number. */
    int i32(int at) {
        return big ? (int) INT_BIG.get(bytes, start + at) : (int) INT_LITTLE.get(bytes, start + at);
    }

    /** An unsigned 32-bit number. */
    long u32(int at) {
        return i32(at) & 0xffffffffL;
    }

    /** A signed 64-bit number. */
    long i64(int at) {
        return big ? (long) LONG_BIG.get(bytes, start + at) : (long) LONG_LITTLE.get(bytes, start + at);
    }

    /** An unsigned number as wide as the class: 32 or 64 bits. */
    long word(int at) {
        return is64 ? i64(at) : u32(at);
    }

    /** A signed number as wide as the class. */
    long signedWord(int at) {
        return is64 ? i64(at) : i32(at);
    }
}
