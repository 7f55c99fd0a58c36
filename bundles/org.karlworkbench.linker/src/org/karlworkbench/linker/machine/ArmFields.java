package org.karlworkbench.linker.machine;

import static org.karlworkbench.linker.machine.InstructionField.at;
import static org.karlworkbench.linker.machine.InstructionField.scattered;

/**
 * Fields inside of A32 and T32 instructions (Arm Architecture Reference Manual for A-profile, chapters F3 and F5), and the
 * addends that they hold. An address of T32 code is odd, and so is the distance to it. A T32 instruction of two halfwords
 * has the first in its low bits here.
 */
final class ArmFields {
    private static final InstructionFields ALL = new InstructionFields();

    private static final int EXCHANGE = 0xfa000000;
    private static final int IS_EXCHANGE = 0xfe000000;
    private static final int LINK = 0xeb000000;
    private static final int BRANCH_BITS = 0x00ffffff;
    private static final int THUMB_LINK = 1 << 28;
    private static final int THUMB_BITS = 0xd000_f800;

    /** {@code b}, and {@code bl} that stays one. */
    static final byte BRANCH = ALL.add(at(0, 24).relative().right(2).signed().unit(4));

    /** {@code bl} or {@code blx}, as the target has it. */
    static final byte CALL = ALL.add(scattered(26, ArmFields::call).relative().signed());

    /** {@code blx} that stays one. */
    static final byte EXCHANGING_CALL =
            ALL.add(scattered(26, (_, value) -> exchange(value)).relative().signed());

    /** The low 16 bits of a number, then the high ones. */
    static final byte MOVE_LOW = ALL.add(move());

    static final byte MOVE_HIGH = ALL.add(move().right(16));
    static final byte NEAR_MOVE_LOW = ALL.add(move().relative());
    static final byte NEAR_MOVE_HIGH = ALL.add(move().relative().right(16));

    static final byte THUMB_BRANCH =
            ALL.add(scattered(25, ArmFields::thumbBranch).relative().signed());
    static final byte THUMB_CALL =
            ALL.add(scattered(25, ArmFields::thumbCall).relative().signed());
    static final byte THUMB_BRANCH_19 =
            ALL.add(scattered(21, ArmFields::thumbBranch19).relative().signed());
    static final byte THUMB_BRANCH_11 = ALL.add(narrow(11));
    static final byte THUMB_BRANCH_8 = ALL.add(narrow(8));
    static final byte THUMB_MOVE_LOW = ALL.add(thumbMove());
    static final byte THUMB_MOVE_HIGH = ALL.add(thumbMove().right(16));
    static final byte NEAR_THUMB_MOVE_LOW = ALL.add(thumbMove().relative());
    static final byte NEAR_THUMB_MOVE_HIGH = ALL.add(thumbMove().relative().right(16));

    /** 31 bits of a distance below one bit of something else. */
    static final byte NEAR_31 = ALL.add(at(0, 31).relative().signed());

    private ArmFields() {}

    static InstructionField get(byte kind) {
        return ALL.get(kind);
    }

    private static int call(int code, int value) {
        if ((value & 1) != 0) {
            return exchange(value);
        }
        int opcode = (code & IS_EXCHANGE) == EXCHANGE ? LINK : code & ~BRANCH_BITS;
        return opcode | value >> 2 & BRANCH_BITS;
    }

    private static int exchange(int value) {
        return EXCHANGE | (value & 2) << 23 | value >> 2 & BRANCH_BITS;
    }

    static long branchAddend(int code) {
        int halfword = (code & IS_EXCHANGE) == EXCHANGE ? code >> 23 & 2 : 0;
        return (long) (code << 8 >> 6) | halfword;
    }

    private static InstructionField move() {
        return scattered(16, (code, value) -> code & 0xfff0f000 | (value & 0xf000) << 4 | value & 0xfff);
    }

    static long moveAddend(int code) {
        return (short) (code >> 4 & 0xf000 | code & 0xfff);
    }

    private static InstructionField thumbMove() {
        return scattered(
                16,
                (code, value) -> code & 0x8f00_fbf0
                        | value >> 12 & 0xf
                        | (value >> 11 & 1) << 10
                        | (value >> 8 & 7) << 28
                        | (value & 0xff) << 16);
    }

    static long thumbMoveAddend(int code) {
        return (short) ((code & 0xf) << 12 | (code >> 10 & 1) << 11 | (code >> 28 & 7) << 8 | code >> 16 & 0xff);
    }

    /** {@code blx} to A32 code counts from the word in which it lies. */
    private static int thumbCall(int code, int value) {
        boolean exchanges = (value & 1) == 0;
        int distance = exchanges ? value + 3 & -4 : value;
        return thumbBranch(exchanges ? code & ~THUMB_LINK : code | THUMB_LINK, distance);
    }

    /** Sign, two bits that are held as whether they equal it, 10 and 11 bits. */
    private static int thumbBranch(int code, int value) {
        int sign = value >> 24 & 1;
        int one = value >> 23 & 1 ^ sign ^ 1;
        int two = value >> 22 & 1 ^ sign ^ 1;
        return code & THUMB_BITS
                | sign << 10
                | value >> 12 & 0x3ff
                | one << 29
                | two << 27
                | (value >> 1 & 0x7ff) << 16;
    }

    static long thumbBranchAddend(int code) {
        int sign = code >> 10 & 1;
        int one = code >> 29 & 1 ^ sign ^ 1;
        int two = code >> 27 & 1 ^ sign ^ 1;
        return -sign << 24 | one << 23 | two << 22 | (code & 0x3ff) << 12 | (code >> 16 & 0x7ff) << 1;
    }

    /** The conditional one: sign, two bits as they are, 6 and 11 bits. */
    private static int thumbBranch19(int code, int value) {
        return code & 0xd000_fbc0
                | (value >> 20 & 1) << 10
                | value >> 12 & 0x3f
                | (value >> 18 & 1) << 29
                | (value >> 19 & 1) << 27
                | (value >> 1 & 0x7ff) << 16;
    }

    static long thumbBranch19Addend(int code) {
        int sign = code >> 10 & 1;
        return -sign << 20
                | (code >> 27 & 1) << 19
                | (code >> 29 & 1) << 18
                | (code & 0x3f) << 12
                | (code >> 16 & 0x7ff) << 1;
    }

    private static InstructionField narrow(int bits) {
        return at(0, bits).relative().right(1).signed().wide(Short.BYTES);
    }

    static long narrowAddend(int code, int bits) {
        return (long) (code << Integer.SIZE - bits >> Integer.SIZE - bits) << 1;
    }
}
