package org.karlworkbench.linker.machine;

import java.util.OptionalInt;

/**
 * ELF for the Arm Architecture (AAELF32), release 2023Q1, section 5.6, "Relocation", for kernels, whose data is all local.
 * Fields hold their addends. Calls change between A32 and T32 code where they have to; what no instruction can do, and
 * other linkers put code between for, is refused.
 */
final class Arm implements Machine {
    private static final byte ABSOLUTE = FieldKind.WRAPPED_32;
    private static final byte RELATIVE = FieldKind.RELATIVE_WRAPPED_32;
    private static final long CONTROL_BLOCK = 8;
    private static final int SOFT_FLOAT = 0x200;
    /** Floating-point numbers are passed in registers of their own (EF_ARM_ABI_FLOAT_HARD). */
    static final int HARD_FLOAT = 0x400;

    @Override
    public int word() {
        return Integer.BYTES;
    }

    @Override
    public boolean addends() {
        return false;
    }

    @Override
    public long maxPage() {
        return 0x10000;
    }

    @Override
    public byte trap() {
        return (byte) 0xd4;
    }

    /** The thread pointer points at 8 bytes of the library's own before the data. */
    @Override
    public long threadPointer(long begin, long end, long align) {
        return begin - (CONTROL_BLOCK + align - 1 & -align);
    }

    @Override
    public InstructionField field(byte kind) {
        return ArmFields.get(kind);
    }

    /** The version of the ABI has to be the same, and where floating-point numbers are passed. */
    @Override
    public OptionalInt merge(int flags, int more) {
        boolean differ = (flags & more & (SOFT_FLOAT | HARD_FLOAT)) == 0
                && ((flags | more) & (SOFT_FLOAT | HARD_FLOAT)) == (SOFT_FLOAT | HARD_FLOAT);
        boolean same = ((flags ^ more) & ~(SOFT_FLOAT | HARD_FLOAT)) == 0;
        return same && !differ ? OptionalInt.of(flags | more) : OptionalInt.empty();
    }

    /** An executable says how floating-point numbers are passed; where no object does, in the usual registers. */
    @Override
    public int executable(int flags) {
        return (flags & HARD_FLOAT) == 0 ? flags | SOFT_FLOAT : flags;
    }

    @Override
    public long implicit(Site site) {
        int type = site.type();
        if (type == 0 || type == 40 || !site.reaches(0, width(type))) {
            return 0;
        }
        return switch (type) {
            case 1, 27, 28, 29 -> ArmFields.branchAddend(site.get32(0));
            case 5 -> (short) site.get16(0);
            case 8 -> (byte) site.get8(0);
            case 10, 30 -> ArmFields.thumbBranchAddend(site.get32(0));
            case 42 -> site.get32(0) << 1 >> 1;
            case 43, 44, 45, 46 -> ArmFields.moveAddend(site.get32(0));
            case 47, 48, 49, 50 -> ArmFields.thumbMoveAddend(site.get32(0));
            case 51 -> ArmFields.thumbBranch19Addend(site.get32(0));
            case 102 -> ArmFields.narrowAddend(site.get16(0), 11);
            case 103 -> ArmFields.narrowAddend(site.get16(0), 8);
            default -> site.get32(0);
        };
    }

    private static int width(int type) {
        return switch (type) {
            case 8 -> Byte.BYTES;
            case 5, 102, 103 -> Short.BYTES;
            default -> Integer.BYTES;
        };
    }

    @Override
    public boolean take(Site site) {
        return data(site) || code(site) || thumb(site);
    }

    private static boolean data(Site site) {
        switch (site.type()) {
            case 0, 40 -> {} // NONE, V4BX: a mark
            case 2, 38 -> site.field(ABSOLUTE); // ABS32, TARGET1
            case 3 -> near(site, RELATIVE, 0); // REL32
            case 5 -> site.field(FieldKind.ABSOLUTE_16);
            case 8 -> site.field(FieldKind.ABSOLUTE_8);
            case 24 -> { // GOTOFF32
                site.needGot();
                site.field(FieldKind.FROM_GOT_32);
            }
            case 25 -> site.gotBase(RELATIVE); // BASE_PREL
            case 26 -> site.gotSlot(FieldKind.FROM_GOT_32); // GOT_BREL
            case 41, 96 -> site.gotSlot(RELATIVE); // TARGET2, GOT_PREL
            case 42 -> near(site, ArmFields.NEAR_31, 4); // PREL31
            case 107 -> site.gotSlot(RELATIVE, FieldKind.THREAD_32, site.addend()); // TLS_IE32
            case 108 -> site.field(FieldKind.THREAD_32); // TLS_LE32
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean code(Site site) {
        switch (site.type()) {
            case 1, 27, 29 -> near(site, ArmFields.BRANCH, 4); // PC24, PLT32, JUMP24
            case 28 -> call(site);
            case 43 -> site.field(ArmFields.MOVE_LOW);
            case 44 -> site.field(ArmFields.MOVE_HIGH);
            case 45 -> near(site, ArmFields.NEAR_MOVE_LOW, 0);
            case 46 -> near(site, ArmFields.NEAR_MOVE_HIGH, 0);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean thumb(Site site) {
        boolean exchanges = site.isFunction() && (site.offset() & 1) == 0;
        switch (site.type()) {
            case 10 -> thumbCall(site);
            case 30 -> near(site, ArmFields.THUMB_BRANCH, 4); // THM_JUMP24
            case 47 -> site.field(ArmFields.THUMB_MOVE_LOW);
            case 48 -> site.field(ArmFields.THUMB_MOVE_HIGH);
            case 49 -> near(site, ArmFields.NEAR_THUMB_MOVE_LOW, 0);
            case 50 -> near(site, ArmFields.NEAR_THUMB_MOVE_HIGH, 0);
            case 51 -> near(site, ArmFields.THUMB_BRANCH_19, 4); // THM_JUMP19
            case 102 -> near(site, ArmFields.THUMB_BRANCH_11, 2); // THM_JUMP11
            case 103 -> near(site, ArmFields.THUMB_BRANCH_8, 2); // THM_JUMP8
            default -> {
                return false;
            }
        }
        boolean jumps = site.type() == 30 || site.type() == 51;
        return !(jumps && exchanges);
    }

    /** What nothing defines is this place; branches to it go on with the next instruction. */
    private static void near(Site site, byte kind, int next) {
        if (site.isUndefined()) {
            site.fieldHere(kind, 0, next + site.addend());
        } else {
            site.field(kind);
        }
    }

    /** As {@link #call}. */
    private static void thumbCall(Site site) {
        boolean exchanges = (site.get8(3) & 0x10) == 0;
        boolean decides = site.isFunction() || site.isUndefined() || exchanges;
        near(site, decides ? ArmFields.THUMB_CALL : ArmFields.THUMB_BRANCH, 5);
    }

    /** A function says whether it has T32 code; to another label the instruction stays what it is. */
    private static void call(Site site) {
        if (site.isFunction()) {
            site.field(ArmFields.CALL);
        } else {
            boolean exchanges = site.get8(3) >> 1 == 0xfa >> 1;
            near(site, exchanges ? ArmFields.EXCHANGING_CALL : ArmFields.BRANCH, 4);
        }
    }
}
