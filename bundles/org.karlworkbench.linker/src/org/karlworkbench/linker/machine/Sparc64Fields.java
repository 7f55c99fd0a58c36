package org.karlworkbench.linker.machine;

import static org.karlworkbench.linker.machine.InstructionField.at;
import static org.karlworkbench.linker.machine.InstructionField.scattered;

/** Fields inside of SPARC instructions (SPARC Compliance Definition 2.4.1, figure 3-2, "Relocatable Fields"). */
final class Sparc64Fields {
    private static final InstructionFields ALL = new InstructionFields();

    static final byte CALL = ALL.add(branch(at(0, 30)));
    static final byte BRANCH_22 = ALL.add(branch(at(0, 22)));
    static final byte BRANCH_19 = ALL.add(branch(at(0, 19)));
    static final byte BRANCH_16 =
            ALL.add(branch(scattered(16, (code, value) -> code & ~0x303fff | (value & 0xc000) << 6 | value & 0x3fff)));

    static final byte WHOLE_13 = ALL.add(at(0, 13).signed());
    static final byte LOW_10 = ALL.add(at(0, 10));
    static final byte LOW_12 = ALL.add(at(0, 12));
    static final byte BITS_10_TO_31 = ALL.add(at(0, 22).right(10));
    static final byte BITS_12_TO_21 = ALL.add(at(0, 10).right(12));
    static final byte BITS_22_TO_43 = ALL.add(at(0, 22).right(22).unsigned());
    static final byte BITS_32_TO_41 = ALL.add(at(0, 10).right(32));
    static final byte BITS_42_TO_63 = ALL.add(at(0, 22).right(42));

    /** The low 10 bits, added to 13 that are there. */
    static final byte LOW_10_ADDED =
            ALL.add(scattered(10, (code, value) -> code & ~0x1fff | code + (value & 0x3ff) & 0x1fff));

    static final byte NEAR_LOW_10 = ALL.add(at(0, 10).relative());
    static final byte NEAR_HIGH_22 = ALL.add(at(0, 22).right(10).relative().signed());

    static final byte TABLE_LOW_10 = ALL.add(at(0, 10).from(Origin.GOT));
    static final byte TABLE_13 = ALL.add(at(0, 13).from(Origin.GOT).signed());
    static final byte TABLE_HIGH_22 = ALL.add(at(0, 22).from(Origin.GOT).right(10));

    /** The upper bits of a negative number, which {@code xor} with the low part gives back. */
    static final byte NEGATED_HIGH = ALL.add(negatedHigh());

    static final byte NEGATED_LOW = ALL.add(negatedLow());
    static final byte THREAD_HIGH = ALL.add(negatedHigh().from(Origin.THREAD));
    static final byte THREAD_LOW = ALL.add(negatedLow().from(Origin.THREAD));

    private Sparc64Fields() {}

    static InstructionField get(byte kind) {
        return ALL.get(kind);
    }

    private static InstructionField branch(InstructionField field) {
        return field.relative().right(2).signed().unit(4);
    }

    private static InstructionField negatedHigh() {
        return scattered(22, (code, value) -> code & ~0x3fffff | ~value & 0x3fffff)
                .right(10);
    }

    private static InstructionField negatedLow() {
        return scattered(13, (code, value) -> code & ~0x1fff | value & 0x3ff | 0x1c00);
    }
}
