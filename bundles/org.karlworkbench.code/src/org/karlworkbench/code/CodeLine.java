package org.karlworkbench.code;

import java.util.OptionalLong;

/**
 * One line of a listing.
 *
 * @param address where the instruction lies, unsigned
 * @param bytes its bytes, as they lie in memory; not to be changed
 * @param text the instruction in the disassembler's words
 * @param target where it jumps or calls, or the address that it makes or uses; unsigned
 * @param symbol the name of the target, {@code name} or {@code name+0x12}; null where there is none
 */
public record CodeLine(long address, byte[] bytes, String text, OptionalLong target, String symbol) {
    /** Whether an address lies in the instruction. */
    public boolean holds(long other) {
        return Long.compareUnsigned(other - address, bytes.length) < 0;
    }
}
