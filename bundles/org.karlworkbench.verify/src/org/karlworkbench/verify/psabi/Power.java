package org.karlworkbench.verify.psabi;

/**
 * What both kinds of PowerPC have in common: an offset from a register that {@code addis} with the high part and another
 * instruction with the low part reach. Where the high part is 0, linkers put a nop instead of {@code addis}, and the
 * register itself into the other instruction ("TLS Link Editor Optimization", "TOC Pointer Usage").
 */
final class Power {
    /** The instruction that does nothing. */
    static final int NOP = 0x60000000;

    /** The target register of an instruction. */
    static final int RT = 0x1f << 21;

    private static final int HALF = 2;
    private static final int RA = 0x1f << 16;
    private static final int ADDIS = 15 << 26;
    private static final int REGISTER = 0x1f;

    private Power() {}

    /** The part of a value by the order in which types are numbered: all of it, lo, hi and ha. */
    static long part(int which, long value) {
        return switch (which) {
            case 2 -> value >> 16;
            case 3 -> value + 0x8000 >> 16;
            default -> value;
        };
    }

    /** Puts the high part of an offset into {@code addis}, at whose immediate the site is. */
    static void high(Site site, long offset) {
        if (isNear(offset) && site.reaches(-HALF, 4) && site.found32(-HALF) == NOP) {
            site.put32(-HALF, NOP);
        } else {
            site.put16(0, part(3, offset));
        }
    }

    /**
     * Puts the low part of an offset into an instruction, at whose immediate the site is.
     *
     * @param mask the bits of the immediate
     * @param pointer the register from which the offset counts
     */
    static void low(Site site, int mask, long offset, int pointer) {
        boolean direct = isNear(offset) && site.reaches(-HALF, 4) && (site.found32(-HALF) & RA) == pointer << 16;
        if (direct) {
            site.insert32(-HALF, RA, pointer << 16);
        }
        site.put16(0, site.get16(0) & ~mask | offset & mask);
    }

    private static boolean isNear(long offset) {
        return part(3, offset) == 0;
    }

    /** Puts what adds the high part of an offset to a register instead of loading the offset. */
    static void highInstead(Site site, long offset, int pointer) {
        boolean needless = isNear(offset) && site.found32(-HALF) == NOP;
        int target = site.get32(-HALF) & RT;
        site.put32(-HALF, needless ? NOP : ADDIS | target | pointer << 16 | (int) part(3, offset) & 0xffff);
    }

    /**
     * Puts the instruction that uses an offset: as it is, with the offset in a register, or with its low part as a
     * displacement.
     *
     * @param offset relative to the thread pointer
     * @param pointer the register that holds the thread pointer
     */
    static void use(Site site, long offset, int pointer) {
        int instruction = site.get32(0);
        if (site.found32(0) != instruction) {
            int a = instruction >> 16 & REGISTER;
            int b = instruction >> 11 & REGISTER;
            boolean direct = isNear(offset) && (site.found32(0) & RA) == pointer << 16;
            int base = direct ? pointer : b == pointer ? a : b;
            int form = displaced(instruction >> 1 & 0x3ff);
            site.put32(0, form | instruction & RT | base << 16 | (int) offset & 0xffff);
        }
    }

    /** Opcode and form of the instruction with a displacement, for one with two registers. */
    private static int displaced(int extended) {
        return switch (extended) {
            case 266 -> 14 << 26; // add: addi
            case 23 -> 32 << 26; // lwzx: lwz
            case 87 -> 34 << 26; // lbzx: lbz
            case 279 -> 40 << 26; // lhzx: lhz
            case 343 -> 42 << 26; // lhax: lha
            case 151 -> 36 << 26; // stwx: stw
            case 215 -> 38 << 26; // stbx: stb
            case 407 -> 44 << 26; // sthx: sth
            case 535 -> 48 << 26; // lfsx: lfs
            case 599 -> 50 << 26; // lfdx: lfd
            case 663 -> 52 << 26; // stfsx: stfs
            case 727 -> 54 << 26; // stfdx: stfd
            case 21 -> 58 << 26; // ldx: ld
            case 341 -> 58 << 26 | 2; // lwax: lwa
            case 149 -> 62 << 26; // stdx: std
            default -> 0;
        };
    }
}
