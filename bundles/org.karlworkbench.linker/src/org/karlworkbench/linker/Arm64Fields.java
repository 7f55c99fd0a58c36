package org.karlworkbench.linker;

/**
 * Fields inside of 64-bit Arm instructions, which keep their other bits (AAELF64, "Static AArch64 relocations"). S, P as in
 * {@link FieldKind}; TP is the thread pointer.
 */
final class Arm64Fields {
    /** The first kind of these. */
    static final byte FIRST = 32;

    /** (S - P) / 4, 26 bits at 0. */
    static final byte BRANCH_26 = 32;

    /** (S - P) / 4, 19 bits at 5. */
    static final byte BRANCH_19 = 33;

    /** (S - P) / 4, 14 bits at 5. */
    static final byte BRANCH_14 = 34;

    /** The page of S minus the page of P, 21 bits, of which 2 at 29 and 19 at 5. */
    static final byte PAGE_21 = 35;

    /** The same, whatever is lost. */
    static final byte PAGE_21_CUT = 36;

    /** S - P, 21 bits, likewise. */
    static final byte ADDRESS_21 = 37;

    /** The low 12 bits of S at 10. */
    static final byte LOW_12 = 38;

    /** The same for words of 2 bytes: divided by 2. */
    static final byte LOW_12_BY_2 = 39;

    static final byte LOW_12_BY_4 = 40;
    static final byte LOW_12_BY_8 = 41;
    static final byte LOW_12_BY_16 = 42;

    /** Bits 0 to 15 of S at 5, nothing lost; then the same with something lost, then bits 16 to 31 and so on. */
    static final byte MOVE_0 = 43;

    /** Bits 48 to 63 of S. */
    static final byte MOVE_3 = 49;

    /** Bits 12 to 23 of S - TP at 10, nothing lost. */
    static final byte THREAD_HIGH_12 = 50;

    /** Bits 0 to 11 of S - TP at 10, nothing lost. */
    static final byte THREAD_LOW_12 = 51;

    /** Bits 0 to 11 of S - TP at 10. */
    static final byte THREAD_LOW_12_CUT = 52;

    /** Bits 16 to 31 of S - TP at 5, nothing lost. */
    static final byte THREAD_HIGH_16 = 53;

    /** Bits 0 to 15 of S - TP at 5. */
    static final byte THREAD_LOW_16 = 54;

    /** S minus the page of the global offset table, divided by 8, 12 bits at 10. */
    static final byte FROM_GOT_PAGE_15 = 55;

    /** What a field makes of an instruction when the address does not fit: no instruction has all of these bits. */
    static final long WRONG = 1L << Integer.SIZE;

    private Arm64Fields() {}

    /** Whether a kind is for the thread pointer. */
    static boolean isThread(byte kind) {
        return kind >= THREAD_HIGH_12 && kind <= THREAD_LOW_16;
    }

    /**
     * An instruction with its field.
     *
     * @param kind one of these
     * @param code the instruction as it was
     * @param s S; S - TP where the kind is for the thread pointer, S minus the table's page where it is for that
     * @param p P
     * @return the instruction, or with {@link #WRONG} when the value does not fit
     */
    static long put(byte kind, int code, long s, long p) {
        return switch (kind) {
            case BRANCH_26 -> at(code, 0, 26, s - p >> 2) | odd(s - p, 4) | far(s - p >> 2, 26);
            case BRANCH_19 -> at(code, 5, 19, s - p >> 2) | odd(s - p, 4) | far(s - p >> 2, 19);
            case BRANCH_14 -> at(code, 5, 14, s - p >> 2) | odd(s - p, 4) | far(s - p >> 2, 14);
            case PAGE_21 -> split(code, pages(s, p)) | far(pages(s, p), 21);
            case PAGE_21_CUT -> split(code, pages(s, p));
            case ADDRESS_21 -> split(code, s - p) | far(s - p, 21);
            case LOW_12 -> at(code, 10, 12, s);
            case LOW_12_BY_2 -> at(code, 10, 11, s >>> 1) | odd(s, 2);
            case LOW_12_BY_4 -> at(code, 10, 10, s >>> 2) | odd(s, 4);
            case LOW_12_BY_8 -> at(code, 10, 9, s >>> 3) | odd(s, 8);
            case LOW_12_BY_16 -> at(code, 10, 8, s >>> 4) | odd(s, 16);
            case THREAD_HIGH_12 -> at(code, 10, 12, s >>> 12) | large(s, 24);
            case THREAD_LOW_12 -> at(code, 10, 12, s) | large(s, 12);
            case THREAD_LOW_12_CUT -> at(code, 10, 12, s);
            case THREAD_HIGH_16 -> at(code, 5, 16, s >>> 16) | large(s, 32);
            case THREAD_LOW_16 -> at(code, 5, 16, s);
            case FROM_GOT_PAGE_15 -> at(code, 10, 12, s >>> 3) | odd(s, 8) | large(s, 15);
            default -> move(kind - MOVE_0, code, s);
        };
    }

    /** The even ones lose nothing; the last has nothing to lose. */
    private static long move(int number, int code, long s) {
        int shift = number / 2 * 16;
        boolean whole = number % 2 == 0 && shift < 48;
        return at(code, 5, 16, s >>> shift) | (whole ? large(s, shift + 16) : 0);
    }

    private static long pages(long s, long p) {
        return (s >> 12) - (p >> 12);
    }

    private static long at(int code, int shift, int bits, long value) {
        int mask = (1 << bits) - 1 << shift;
        return (code & ~mask | (int) value << shift & mask) & 0xffffffffL;
    }

    private static long split(int code, long value) {
        int low = (int) value & 3;
        int high = (int) (value >> 2) & 0x7ffff;
        return (code & ~0x60ffffe0 | low << 29 | high << 5) & 0xffffffffL;
    }

    private static long far(long value, int bits) {
        return value >> bits - 1 == value >> Long.SIZE - 1 ? 0 : WRONG;
    }

    private static long large(long value, int bits) {
        return value >>> bits == 0 ? 0 : WRONG;
    }

    private static long odd(long value, int unit) {
        return value % unit == 0 ? 0 : WRONG;
    }
}
