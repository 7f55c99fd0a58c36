package org.karlworkbench.linker.machine;

import java.nio.ByteOrder;
import java.util.OptionalInt;

/**
 * Power Architecture 32-bit Application Binary Interface Supplement 1.0, "Relocation Types" of its Linux part and "TLS
 * Link Editor Optimization", for kernels, whose data is all local. Relocations of parts of an address are at the half of
 * the instruction that holds it.
 */
final class Ppc implements Machine {
    private static final InstructionFields FIELDS = new InstructionFields();

    private static final byte BRANCH = FIELDS.add(branch(24).relative().signed());
    private static final byte SHORT_BRANCH = FIELDS.add(branch(14).relative().signed());
    private static final byte ABSOLUTE_BRANCH = FIELDS.add(branch(24).signed());

    /** Four parts of a number: all of it, the low half, the high half, and that with the carry of the low one's sign. */
    private static final byte[] PARTS = parts(Origin.NOTHING);

    private static final byte[] NEAR_PARTS = parts(Origin.PLACE);
    private static final byte[] THREAD_PARTS = parts(Origin.THREAD);
    private static final byte[] TABLE_PARTS = parts(Origin.GOT);

    private static final int LOW = 1;
    private static final int ADJUSTED = 3;
    private static final int LOAD = 32;
    private static final int ADD_SHIFTED = 15 << 26 | 2 << 16;
    private static final int TARGET = 0x1f << 21;
    private static final int REGISTERS = 0x03ff0000;
    private static final int BRANCH_FIELD = 0x03fffffc;
    private static final int LIBRARY = 0x8000;
    private static final int EMBEDDED = 0x80000000;
    private static final long THREAD_BIAS = 0x7000;

    private static InstructionField branch(int bits) {
        return InstructionField.at(2, bits).right(2).unit(4);
    }

    private static byte[] parts(Origin origin) {
        InstructionField half = InstructionField.at(0, 16).wide(Short.BYTES).from(origin);
        return new byte[] {
            FIELDS.add(half.fit(InstructionField.Fit.EITHER)),
            FIELDS.add(half),
            FIELDS.add(half.right(16)),
            FIELDS.add(half.rounded(16))
        };
    }

    @Override
    public int word() {
        return Integer.BYTES;
    }

    @Override
    public ByteOrder order() {
        return ByteOrder.BIG_ENDIAN;
    }

    @Override
    public int tableHead() {
        return 3;
    }

    @Override
    public long maxPage() {
        return 0x10000;
    }

    /** The thread pointer points so far behind the beginning of the data that 16 bits with sign reach most of it. */
    @Override
    public long threadPointer(long begin, long end, long align) {
        return begin + THREAD_BIAS;
    }

    @Override
    public InstructionField field(byte kind) {
        return FIELDS.get(kind);
    }

    /** A library that may be anywhere is one if all of it is; the rest has to be the same. */
    @Override
    public OptionalInt merge(int flags, int more) {
        int merged = flags & more & LIBRARY | (flags | more) & EMBEDDED;
        int rest = ~(LIBRARY | EMBEDDED);
        return ((flags ^ more) & rest) == 0 ? OptionalInt.of(merged | flags & rest) : OptionalInt.empty();
    }

    @Override
    public boolean take(Site site) {
        int type = site.type();
        switch (type) {
            case 0 -> {} // NONE
            case 1, 24 -> site.field(FieldKind.WRAPPED_32); // ADDR32, UADDR32
            case 2 -> site.field(ABSOLUTE_BRANCH);
            case 3, 4, 5, 6 -> site.field(PARTS[type - 3]); // ADDR16*
            case 10, 23 -> near(site, site.addend()); // REL24, LOCAL24PC
            case 11 -> site.field(SHORT_BRANCH); // REL14
            case 14, 15, 16, 17 -> site.gotSlot(TABLE_PARTS[type - 14]); // GOT16*
            case 18 -> near(site, 0); // PLTREL24, whose addend is for code between
            case 25 -> site.field(PARTS[0]); // UADDR16
            case 26 -> site.field(FieldKind.RELATIVE_WRAPPED_32);
            case 67 -> {
                return threadUse(site);
            }
            case 69, 70, 71, 72 -> site.field(THREAD_PARTS[type - 69]); // TPREL16*
            case 73 -> site.field(FieldKind.THREAD_32);
            case 87 -> {
                return threadLoad(site);
            }
            case 249, 250, 251, 252 -> site.field(NEAR_PARTS[type - 249]); // REL16*
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A branch to what nothing defines goes to itself. */
    private static void near(Site site, long plus) {
        if (site.isUndefined()) {
            site.put32(site.get32(0) & ~BRANCH_FIELD);
        } else {
            site.field(BRANCH, 0, plus);
        }
    }

    /** The load of an offset from the table (GOT_TPREL16) becomes {@code addis} of its high part to the thread pointer. */
    private static boolean threadLoad(Site site) {
        int load = site.get32(-2);
        if (load >>> 26 != LOAD) {
            return false;
        }
        site.put32(-2, ADD_SHIFTED | load & TARGET);
        site.field(THREAD_PARTS[ADJUSTED]);
        return true;
    }

    /** The instruction that used the offset adds its low part (TLS). */
    private static boolean threadUse(Site site) {
        int use = site.get32(0);
        int form = use >>> 26 == 31 ? displaced(use >> 1 & 0x3ff) : 0;
        if (form == 0) {
            return false;
        }
        site.put32(0, form << 26 | use & REGISTERS);
        site.field(THREAD_PARTS[LOW], 2, site.addend());
        return true;
    }

    /** The opcode with a displacement for an extended one with two registers (Power ISA, Book I, chapters 3 and 4). */
    private static int displaced(int extended) {
        return switch (extended) {
            case 266 -> 14; // add
            case 23 -> LOAD; // lwzx
            case 87 -> 34; // lbzx
            case 151 -> 36; // stwx
            case 215 -> 38; // stbx
            case 279 -> 40; // lhzx
            case 343 -> 42; // lhax
            case 407 -> 44; // sthx
            case 535 -> 48; // lfsx
            case 599 -> 50; // lfdx
            case 663 -> 52; // stfsx
            case 727 -> 54; // stfdx
            default -> 0;
        };
    }
}
