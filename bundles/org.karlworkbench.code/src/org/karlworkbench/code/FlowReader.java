package org.karlworkbench.code;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.karlworkbench.elf.EngineException;

/**
 * Tells of any place in code how long the instruction there is and where it leads, without words. For one thread, and
 * closed by it; the library's memory ends with that. A machine that is asked about has one library only, so that what it
 * tells depends on nothing but the library's version: capstone for x86 and arm64, LLVM's for riscv64.
 */
public final class FlowReader implements AutoCloseable {
    private static final Flow[] FLOWS = Flow.values();

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SHORT_BITS = 15;
    private static final int SPREAD = 0x9e3779b1;

    /**
     * Instructions of at most four bytes that were read before, with the four bytes: what is in these says it all. Such are
     * most, and the same ones come again and again.
     */
    private final long[] shorts = new long[1 << SHORT_BITS];

    private final byte[] code;
    private final long address;
    private final Arena arena;
    private final Decoder decoder;
    private final FlowNames names;
    private final MemorySegment bytes;

    private FlowReader(FlowSet set, byte[] code, long address) throws EngineException {
        this.code = code;
        this.address = address;
        arena = Arena.ofConfined();
        try {
            bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, code);
            decoder = set.library().open(arena);
            names = new FlowNames(set);
        } catch (EngineException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    /**
     * Begins to read.
     *
     * @param set the machine
     * @param code the bytes; copied
     * @param address where the first of them lies
     * @return the reader, to be closed by the same thread
     * @throws EngineException if the library refuses
     */
    public static FlowReader open(FlowSet set, byte[] code, long address) throws EngineException {
        return new FlowReader(set, code, address);
    }

    /**
     * Decodes the instruction at an offset.
     *
     * @param offset from 0 to below the number of bytes
     * @return its length and flow, for {@link #length} and {@link #flow}
     */
    public int at(int offset) {
        if (offset + Integer.BYTES > code.length) {
            return decode(offset);
        }
        int first = (int) WORD.get(code, offset);
        int slot = first * SPREAD >>> Integer.SIZE - SHORT_BITS;
        long seen = shorts[slot];
        if (seen != 0 && (int) (seen >> Integer.SIZE) == first) {
            return (int) seen;
        }
        int instruction = decode(offset);
        if (instruction != 0 && length(instruction) <= Integer.BYTES) {
            shorts[slot] = (long) first << Integer.SIZE | instruction;
        }
        return instruction;
    }

    private int decode(int offset) {
        int length = decoder.decode(bytes.asSlice(offset), address + offset);
        if (length <= 0 || length > code.length - offset) {
            return 0;
        }
        return length << Byte.SIZE | names.flow(decoder).ordinal();
    }

    /** The length in bytes of what {@link #at} told; 0 where there is no instruction. */
    public static int length(int instruction) {
        return instruction >>> Byte.SIZE;
    }

    /** Where it leads. */
    public static Flow flow(int instruction) {
        return FLOWS[instruction & 0xff];
    }

    @Override
    public void close() {
        try {
            decoder.close();
        } finally {
            arena.close();
        }
    }
}
