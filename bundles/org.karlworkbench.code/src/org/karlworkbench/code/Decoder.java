package org.karlworkbench.code;

import java.lang.foreign.MemorySegment;
import java.util.OptionalLong;

/** A library at work on some bytes; for one thread, and closed by it. */
interface Decoder extends AutoCloseable {
    /**
     * Decodes the first instruction of some bytes.
     *
     * @param bytes native memory
     * @param address where the first byte lies
     * @return its length, or 0 if there is none
     */
    int decode(MemorySegment bytes, long address);

    /** The library's number for the instruction that was decoded last, whatever its operands; -1 where it has none. */
    int number();

    /** The library's name for that number, without prefixes. */
    String name();

    /** What the instruction that was decoded last does. */
    String mnemonic();

    /** What it does that with. */
    String operands();

    /** From where a branch counts, if this library tells its distance and not where it leads. */
    OptionalLong countsFrom(long address, int length);

    @Override
    void close();
}
