package org.karlworkbench.linker.machine;

/** Fields inside of 64-bit Arm instructions (AAELF64, "Static AArch64 relocations"). */
final class Arm64Fields {
    private static final InstructionFields ALL = new InstructionFields();

    /** (S - P) / 4, 26 bits at 0. */
    static final byte BRANCH_26 = ALL.add(branch(0, 26));

    /** (S - P) / 4, 19 bits at 5. */
    static final byte BRANCH_19 = ALL.add(branch(5, 19));

    /** (S - P) / 4, 14 bits at 5. */
    static final byte BRANCH_14 = ALL.add(branch(5, 14));

    /** The page of S minus the page of P, 21 bits, of which 2 at 29 and 19 at 5. */
    static final byte PAGE_21 = ALL.add(split().from(Origin.PAGE).signed());

    /** The same, whatever is lost. */
    static final byte PAGE_21_CUT = ALL.add(split().from(Origin.PAGE));

    /** S - P, 21 bits, likewise. */
    static final byte ADDRESS_21 = ALL.add(split().relative().signed());

    /** The low 12 bits of S at 10. */
    static final byte LOW_12 = ALL.add(InstructionField.at(10, 12));

    /** The same for words of 2 bytes: divided by 2. */
    static final byte LOW_12_BY_2 = ALL.add(low(1));

    static final byte LOW_12_BY_4 = ALL.add(low(2));
    static final byte LOW_12_BY_8 = ALL.add(low(3));
    static final byte LOW_12_BY_16 = ALL.add(low(4));

    /** Bits 0 to 15 of S at 5, nothing lost; then the same with something lost, then bits 16 to 31 and so on. */
    private static final byte[] MOVES = {
        ALL.add(move(0).unsigned()), ALL.add(move(0)),
        ALL.add(move(16).unsigned()), ALL.add(move(16)),
        ALL.add(move(32).unsigned()), ALL.add(move(32)),
        ALL.add(move(48))
    };

    /** Bits 12 to 23 of S - TP at 10, nothing lost. */
    static final byte THREAD_HIGH_12 =
            ALL.add(InstructionField.at(10, 12).from(Origin.THREAD).right(12).unsigned());

    /** Bits 0 to 11 of S - TP at 10, nothing lost. */
    static final byte THREAD_LOW_12 =
            ALL.add(InstructionField.at(10, 12).from(Origin.THREAD).unsigned());

    /** Bits 0 to 11 of S - TP at 10. */
    static final byte THREAD_LOW_12_CUT = ALL.add(InstructionField.at(10, 12).from(Origin.THREAD));

    /** Bits 16 to 31 of S - TP at 5, nothing lost. */
    static final byte THREAD_HIGH_16 = ALL.add(move(16).from(Origin.THREAD).unsigned());

    /** Bits 0 to 15 of S - TP at 5. */
    static final byte THREAD_LOW_16 = ALL.add(move(0).from(Origin.THREAD));

    /** S minus the page of the global offset table, divided by 8, 12 bits at 10. */
    static final byte FROM_GOT_PAGE_15 = ALL.add(InstructionField.at(10, 12)
            .from(Origin.GOT_PAGE)
            .right(3)
            .unsigned()
            .unit(8));

    private Arm64Fields() {}

    static InstructionField get(byte kind) {
        return ALL.get(kind);
    }

    /** A part of 16 bits of S: the even ones lose nothing; the last has nothing to lose. */
    static byte moved(int number) {
        return MOVES[number];
    }

    private static InstructionField branch(int lowest, int bits) {
        return InstructionField.at(lowest, bits).relative().right(2).signed().unit(4);
    }

    private static InstructionField low(int power) {
        return InstructionField.at(10, 12 - power).right(power).unit(1 << power);
    }

    private static InstructionField move(int shift) {
        return InstructionField.at(5, 16).right(shift);
    }

    private static InstructionField split() {
        return InstructionField.scattered(
                21, (code, value) -> code & ~0x60ffffe0 | (value & 3) << 29 | (value >> 2 & 0x7ffff) << 5);
    }
}
