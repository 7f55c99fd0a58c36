package org.karlworkbench.linker.machine;

import java.nio.ByteOrder;
import java.util.OptionalInt;

/**
 * SPARC Compliance Definition 2.4.1, chapter 3, "Relocation", for 64 bits; "ELF Handling For Thread-Local Storage",
 * section 5, for data that is local in a kernel.
 */
final class Sparc64 implements Machine {
    private static final int NOP = 0x01000000;
    private static final int OPERATION = 0x3f << 19;
    private static final int XOR = 3 << 19;
    private static final int MOVE = 0x80100000;
    private static final int TARGET = 0x3e000000;
    private static final int SECOND = 0x1f;
    private static final int IMMEDIATE_13 = 0x1fff;

    private static final int ENTRY = 32;
    private static final int HEAD = 4 * ENTRY;
    private static final int BRANCH_BACK = 0x30680000;
    private static final int SET_HIGH = 0x03000000;

    private static final int MEMORY_ORDER = 3;
    private static final int ULTRA = 0xa00;
    private static final int HAL = 0x400;

    @Override
    public ByteOrder order() {
        return ByteOrder.BIG_ENDIAN;
    }

    @Override
    public int tableHead() {
        return 1;
    }

    @Override
    public long maxPage() {
        return 0x100000;
    }

    /** The thread pointer points behind the data. */
    @Override
    public long threadPointer(long begin, long end, long align) {
        return begin + (end - begin + align - 1 & -align);
    }

    @Override
    public InstructionField field(byte kind) {
        return Sparc64Fields.get(kind);
    }

    /** The strictest order of memory, and all extensions; Sun's and HAL's exclude each other. */
    @Override
    public OptionalInt merge(int flags, int more) {
        int extensions = (flags | more) & (ULTRA | HAL);
        int rest = ~(MEMORY_ORDER | ULTRA | HAL);
        boolean exclusive = (extensions & HAL) != 0 && (extensions & ULTRA) != 0;
        return exclusive || ((flags ^ more) & rest) != 0
                ? OptionalInt.empty()
                : OptionalInt.of(Math.min(flags & MEMORY_ORDER, more & MEMORY_ORDER) | extensions | flags & rest);
    }

    @Override
    public boolean take(Site site) {
        return number(site) || part(site) || thread(site);
    }

    /** Whole numbers, and marks. */
    private static boolean number(Site site) {
        switch (site.type()) {
            case 0, 53, 71 -> {} // NONE, REGISTER, TLS_IE_ADD
            case 1 -> site.field(FieldKind.ABSOLUTE_8);
            case 2, 55 -> site.field(FieldKind.ABSOLUTE_16); // 16, UA16
            case 3, 23 -> site.field(FieldKind.ABSOLUTE_32); // 32, UA32
            case 4 -> site.field(FieldKind.RELATIVE_8);
            case 5 -> site.field(FieldKind.RELATIVE_16);
            case 6 -> site.field(FieldKind.RELATIVE_32);
            case 32, 54 -> site.field(FieldKind.ABSOLUTE_64); // 64, UA64
            case 46 -> site.field(FieldKind.RELATIVE_64);
            case 78 -> site.field(FieldKind.THREAD_32);
            case 79 -> site.field(FieldKind.THREAD_64);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Parts of an address or distance in instructions. */
    private static boolean part(Site site) {
        switch (site.type()) {
            case 7, 18 -> site.field(Sparc64Fields.CALL); // WDISP30, WPLT30
            case 8 -> site.field(Sparc64Fields.BRANCH_22);
            case 9, 36 -> site.field(Sparc64Fields.BITS_10_TO_31); // HI22, LM22
            case 11 -> site.field(Sparc64Fields.WHOLE_13);
            case 12 -> site.field(Sparc64Fields.LOW_10);
            case 13 -> site.gotSlot(Sparc64Fields.TABLE_LOW_10);
            case 14 -> site.gotSlot(Sparc64Fields.TABLE_13);
            case 15 -> site.gotSlot(Sparc64Fields.TABLE_HIGH_22);
            case 16 -> site.field(Sparc64Fields.NEAR_LOW_10);
            case 17 -> site.field(Sparc64Fields.NEAR_HIGH_22);
            case 33 -> lowAndMore(site);
            case 34 -> site.field(Sparc64Fields.BITS_42_TO_63);
            case 35 -> site.field(Sparc64Fields.BITS_32_TO_41);
            case 40 -> site.field(Sparc64Fields.BRANCH_16);
            case 41 -> site.field(Sparc64Fields.BRANCH_19);
            case 48 -> site.field(Sparc64Fields.NEGATED_HIGH);
            case 49 -> site.field(Sparc64Fields.NEGATED_LOW);
            case 50 -> site.field(Sparc64Fields.BITS_22_TO_43);
            case 51 -> site.field(Sparc64Fields.BITS_12_TO_21);
            case 52 -> site.field(Sparc64Fields.LOW_12);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The low 10 bits of S + A, and a second addend beyond them (OLO10), which waits in the instruction. */
    private static void lowAndMore(Site site) {
        site.put32(site.get32(0) & ~IMMEDIATE_13 | site.data() & IMMEDIATE_13);
        site.field(Sparc64Fields.LOW_10_ADDED);
    }

    /** Offsets of thread-local data are constants; loads of them from the table become the constant. */
    private static boolean thread(Site site) {
        switch (site.type()) {
            case 67, 72 -> site.field(Sparc64Fields.THREAD_HIGH); // TLS_IE_HI22, TLS_LE_HIX22
            case 68 -> {
                site.put32(site.get32(0) & ~OPERATION | XOR);
                site.field(Sparc64Fields.THREAD_LOW);
            }
            case 70 -> move(site); // TLS_IE_LDX
            case 73 -> site.field(Sparc64Fields.THREAD_LOW);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The load of the offset by its register becomes a move, or nothing where that is the register it goes to. */
    private static void move(Site site) {
        int load = site.get32(0);
        boolean there = (load & TARGET) >>> 25 == (load & SECOND);
        site.put32(there ? NOP : MOVE | load & (TARGET | SECOND));
    }

    @Override
    public int indirect() {
        return 248;
    }

    @Override
    public int stubSize() {
        return ENTRY;
    }

    /** Four entries are kept for a dynamic linker. */
    @Override
    public int stubHead() {
        return HEAD;
    }

    @Override
    public boolean replacesStubs() {
        return true;
    }

    /** An entry of the procedure linkage table (R_SPARC_JMP_IREL): its own offset, and a branch to the second one. */
    @Override
    public int[] stub(Fields fields, int at, int words, int word) {
        int back = ENTRY - at - Integer.BYTES;
        return new int[] {SET_HIGH | at, BRANCH_BACK | back >> 2 & 0x7ffff, NOP, NOP, NOP, NOP, NOP, NOP};
    }
}
