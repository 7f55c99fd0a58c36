package org.karlworkbench.verify.psabi;

/** The immediate fields of A64 instructions (Arm Architecture Reference Manual for A-profile, chapter C6). */
final class Arm64Code {
    /** The size of an instruction. */
    static final int WORD = 4;

    static final int NOP = 0xd503201f;
    static final int ADR = 0x10000000;

    /** The bits of the register that an instruction writes. */
    static final int REGISTER = 0x1f;

    /** The bits of an address that are the same all over its page of 4 KiB, whatever the kernel's pages are. */
    static final long PAGE = -0x1000;

    private static final int MOVE_FIELD = 0x001fffe0;
    private static final int LITERAL_FIELD = 0x00ffffe0;
    private static final int LOW_FIELD = 0x003ffc00;
    private static final int ADR_FIELD = 0x60ffffe0;
    private static final int KEEPS = 1 << 29;
    private static final int POSITIVE = 1 << 30;

    private Arm64Code() {}

    /** Sixteen bits of a value: {@code movz}, {@code movk}. */
    static void move(Site site, long value) {
        site.insert32(0, MOVE_FIELD, value << 5);
    }

    /** Sixteen bits of a value that may be negative: it chooses between {@code movz} and {@code movn}. */
    static void signedMove(Site site, long value, int shift) {
        if ((site.get32(0) & KEEPS) != 0) {
            move(site, value >> shift);
        } else {
            site.insert32(0, POSITIVE, value < 0 ? 0 : POSITIVE);
            move(site, (value < 0 ? ~value : value) >> shift);
        }
    }

    static boolean isMoveNot(int instruction) {
        return (instruction & 0x7f800000) == 0x12800000;
    }

    /** A distance in words: literal loads and conditional branches. */
    static void literal(Site site, long distance) {
        site.insert32(0, LITERAL_FIELD, distance >> 2 << 5);
    }

    /** The distance in words that such an instruction has, in bytes. */
    static long literal(int instruction) {
        return (long) (instruction << 8 >> 13) << 2;
    }

    /** {@code tbz}, {@code tbnz}. */
    static void testBranch(Site site, long distance) {
        site.insert32(0, 0x0007ffe0, distance >> 2 << 5);
    }

    /** Twelve bits of an address, in units of what is loaded or stored. */
    static void low(Site site, long value, int scale) {
        site.insert32(0, LOW_FIELD, (value & ~PAGE) >> scale << 10);
    }

    /** The twelve bits that an instruction has. */
    static long low(int instruction, int scale) {
        return (long) (instruction >> 10 & 0xfff) << scale;
    }

    /** A distance in bytes. */
    static void adr(Site site, long distance) {
        site.insert32(0, ADR_FIELD, (distance & 3) << 29 | (distance >> 2 & 0x7ffff) << 5);
    }

    /** The page of an address. */
    static void adrp(Site site, long address) {
        adr(site, (address & PAGE) - (site.p() & PAGE) >> 12);
    }

    /** The distance of an {@code adr}, in bytes; of an {@code adrp}, in pages. */
    static long adr(int instruction) {
        return (long) (instruction << 8 >> 13) << 2 | instruction >> 29 & 3;
    }

    /** Where an {@code adrp} leads. */
    static long page(int instruction, long address) {
        return (address & PAGE) + (adr(instruction) << 12);
    }

    static boolean isAdr(int instruction) {
        return (instruction & 0x9f000000) == ADR;
    }

    static boolean isAdrp(int instruction) {
        return (instruction & 0x9f000000) == 0x90000000;
    }

    /** Whether an instruction is {@code add} with an immediate of 64 bits that is not shifted. */
    static boolean isAdd(int instruction) {
        return (instruction & 0xffc00000) == 0x91000000;
    }

    /** Whether two instructions are {@code adrp x, S; add x, x, S}. */
    static boolean isAddressPair(int adrp, int add) {
        int register = adrp & REGISTER;
        return isAdrp(adrp) && isAdd(add) && (add & REGISTER) == register && (add >> 5 & REGISTER) == register;
    }

    /** Whether an instruction is {@code ldr} of 64 bits, with an offset that is not negative. */
    static boolean isLoad(int instruction) {
        return (instruction & 0xffc00000) == 0xf9400000;
    }
}
