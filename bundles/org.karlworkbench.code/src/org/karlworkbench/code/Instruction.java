package org.karlworkbench.code;

import java.util.OptionalLong;

/**
 * One instruction, or a piece of code that no disassembler knows.
 *
 * @param address where it lies, unsigned
 * @param length in bytes, 1 to 16
 * @param mnemonic what it does, in the disassembler's words; {@link #UNKNOWN} for bytes that are no instruction
 * @param operands what it does it with, in the disassembler's words; may be empty
 * @param target where it jumps or calls, if it says so itself; unsigned
 */
public record Instruction(long address, int length, String mnemonic, String operands, OptionalLong target) {
    /** The mnemonic of bytes that are no instruction. */
    public static final String UNKNOWN = "(bad)";

    /** Bytes that are no instruction. */
    static Instruction unknown(long address, int length) {
        return new Instruction(address, length, UNKNOWN, "", OptionalLong.empty());
    }

    /** Whether the bytes are no instruction that a disassembler knows. */
    public boolean isUnknown() {
        return mnemonic.equals(UNKNOWN);
    }

    /** Mnemonic and operands, with one space between. */
    public String text() {
        return operands.isEmpty() ? mnemonic : mnemonic + " " + operands;
    }

    /** The address after its last byte. */
    public long end() {
        return address + length;
    }
}
