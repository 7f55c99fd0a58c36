package org.karlworkbench.linker.machine;

import static org.karlworkbench.linker.machine.InstructionField.at;
import static org.karlworkbench.linker.machine.InstructionField.scattered;

/**
 * Fields inside of RISC-V instructions (RISC-V Instruction Set Manual, volume I, "Immediate Encoding Variants" and
 * "Compressed Instruction Formats"), and sums that relocations add up byte by byte.
 */
final class Riscv64Fields {
    private static final InstructionFields ALL = new InstructionFields();

    static final byte BRANCH =
            ALL.add(scattered(13, Riscv64Fields::branch).relative().signed().unit(2));
    static final byte JUMP =
            ALL.add(scattered(21, Riscv64Fields::jump).relative().signed().unit(2));
    static final byte SHORT_BRANCH = ALL.add(
            scattered(9, Riscv64Fields::shortBranch).relative().signed().unit(2).wide(Short.BYTES));
    static final byte SHORT_JUMP = ALL.add(
            scattered(12, Riscv64Fields::shortJump).relative().signed().unit(2).wide(Short.BYTES));

    /** The upper 20 bits of S, for an instruction that adds the lower 12 with their sign. */
    static final byte HIGH = ALL.add(high());

    static final byte LOW = ALL.add(low());

    /** The same in an instruction that stores. */
    static final byte LOW_STORE = ALL.add(lowStore());

    static final byte FROM_HERE_HIGH = ALL.add(high().relative());
    static final byte FROM_HERE_LOW = ALL.add(low().relative());
    static final byte FROM_HERE_LOW_STORE = ALL.add(lowStore().relative());
    static final byte THREAD_HIGH = ALL.add(high().from(Origin.THREAD));
    static final byte THREAD_LOW = ALL.add(low().from(Origin.THREAD));
    static final byte THREAD_LOW_STORE = ALL.add(lowStore().from(Origin.THREAD));

    static final byte ADD_8 = ALL.add(sum(1, Byte.BYTES));
    static final byte ADD_16 = ALL.add(sum(1, Short.BYTES));
    static final byte ADD_32 = ALL.add(sum(1, Integer.BYTES));
    static final byte SUBTRACT_8 = ALL.add(sum(-1, Byte.BYTES));
    static final byte SUBTRACT_16 = ALL.add(sum(-1, Short.BYTES));
    static final byte SUBTRACT_32 = ALL.add(sum(-1, Integer.BYTES));
    static final byte SUBTRACT_6 = ALL.add(
            scattered(6, (code, value) -> code & 0xc0 | code - value & 0x3f).wide(Byte.BYTES));
    static final byte SET_6 = ALL.add(at(0, 6).wide(Byte.BYTES));
    static final byte SET_8 = ALL.add(at(0, 8).wide(Byte.BYTES));
    static final byte SET_16 = ALL.add(at(0, 16).wide(Short.BYTES));
    static final byte SET_32 = ALL.add(at(0, 32));

    private Riscv64Fields() {}

    static InstructionField get(byte kind) {
        return ALL.get(kind);
    }

    private static InstructionField high() {
        return at(12, 20).rounded(12).signed();
    }

    private static InstructionField low() {
        return at(20, 12);
    }

    private static InstructionField lowStore() {
        return scattered(12, (code, value) -> code & ~0xfe000f80 | (value & 0xfe0) << 20 | (value & 0x1f) << 7);
    }

    private static InstructionField sum(int sign, int bytes) {
        return scattered(Byte.SIZE * bytes, (code, value) -> code + sign * value)
                .wide(bytes);
    }

    private static int branch(int code, int value) {
        return code & ~0xfe000f80
                | bits(value, 12, 1) << 31
                | bits(value, 5, 6) << 25
                | bits(value, 1, 4) << 8
                | bits(value, 11, 1) << 7;
    }

    private static int jump(int code, int value) {
        return code & 0xfff
                | bits(value, 20, 1) << 31
                | bits(value, 1, 10) << 21
                | bits(value, 11, 1) << 20
                | bits(value, 12, 8) << 12;
    }

    private static int shortBranch(int code, int value) {
        return code & 0xe383
                | bits(value, 8, 1) << 12
                | bits(value, 3, 2) << 10
                | bits(value, 6, 2) << 5
                | bits(value, 1, 2) << 3
                | bits(value, 5, 1) << 2;
    }

    private static int shortJump(int code, int value) {
        return code & 0xe003
                | bits(value, 11, 1) << 12
                | bits(value, 4, 1) << 11
                | bits(value, 8, 2) << 9
                | bits(value, 10, 1) << 8
                | bits(value, 6, 1) << 7
                | bits(value, 7, 1) << 6
                | bits(value, 1, 3) << 3
                | bits(value, 5, 1) << 2;
    }

    private static int bits(int value, int lowest, int count) {
        return value >> lowest & (1 << count) - 1;
    }
}
