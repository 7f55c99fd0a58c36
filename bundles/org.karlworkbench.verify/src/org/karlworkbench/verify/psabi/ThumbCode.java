package org.karlworkbench.verify.psabi;

/** The immediate fields of T32 instructions (Arm Architecture Reference Manual for A-profile, chapters F3 and F5). */
final class ThumbCode {
    private static final int LINK = 1 << 12;
    private static final int NARROW_NOP = 0xbf00;

    private ThumbCode() {}

    /** {@code bl}, or {@code blx} to A32 instructions; a label that is no function keeps what the object has. */
    static boolean call(Site site, long distance, boolean thumb) {
        int low = site.get16(2);
        boolean keeps = !site.isFunction() && !site.isIndirect();
        boolean links = thumb || keeps && (low & LINK) != 0;
        // blx counts from the word in which it lies, and to a word
        boolean reaches = jump(site, links ? distance : distance + 2 & ~3L, 24);
        if (reaches && !site.isUndefined()) {
            site.put16(2, links ? site.get16(2) | LINK : site.get16(2) & ~LINK);
        }
        return reaches;
    }

    /** A branch of 24 or, with a condition, 20 bits; false where it cannot reach its target without code between. */
    static boolean jump(Site site, long distance, int bits) {
        if (site.isUndefined()) {
            return skip(site, bits);
        }
        if (distance != distance << 63 - bits >> 63 - bits) {
            return false;
        }
        put(site, distance, bits);
        return true;
    }

    private static void put(Site site, long distance, int bits) {
        int sign = (int) (distance >> bits) & 1;
        int one = (int) (distance >> bits - (bits == 24 ? 1 : 2)) & 1;
        int two = (int) (distance >> bits - (bits == 24 ? 2 : 1)) & 1;
        int high = bits == 24 ? 10 : 6;
        if (bits == 24) { // I1 and I2 are held as J1 = not (I1 xor S), J2 likewise
            one ^= sign ^ 1;
            two ^= sign ^ 1;
        }
        int mask = (1 << high) - 1;
        site.put16(0, site.get16(0) & ~(mask | 0x400) | sign << 10 | (int) (distance >> 12) & mask);
        site.put16(2, site.get16(2) & 0xd000 | one << 13 | two << 11 | (int) (distance >> 1) & 0x7ff);
    }

    /** What nothing defines is skipped: a branch to the next instruction, or instructions that do nothing. */
    private static boolean skip(Site site, int bits) {
        int high = site.found16(0);
        int low = site.found16(2);
        if (high == 0xf3af && low == 0x8000 || high == 0xe000 && low == NARROW_NOP) {
            site.put16(0, high);
            site.put16(2, low);
        } else {
            put(site, 0, bits);
        }
        return true;
    }

    /** The distance of such a branch. */
    static long distance(Site site, int bits) {
        int high = site.get16(0);
        int low = site.get16(2);
        int sign = high >> 10 & 1;
        int one = low >> 13 & 1;
        int two = low >> 11 & 1;
        long near = (long) (low & 0x7ff) << 1;
        if (bits == 24) {
            long far = (long) (one ^ sign ^ 1) << 23 | (long) (two ^ sign ^ 1) << 22 | (long) (high & 0x3ff) << 12;
            return (far | near) - ((long) sign << 24);
        }
        return ((long) two << 19 | (long) one << 18 | (long) (high & 0x3f) << 12 | near) - ((long) sign << 20);
    }

    /** A branch in one halfword. */
    static void narrow(Site site, long distance, int bits) {
        int mask = (1 << bits) - 1;
        site.put16(0, site.get16(0) & ~mask | (int) (distance >> 1) & mask);
    }

    /** The distance of such a branch. */
    static long narrow(Site site, int bits) {
        return (long) (site.get16(0) << Integer.SIZE - bits >> Integer.SIZE - bits) << 1;
    }

    /** Sixteen bits of a value: {@code movw}, {@code movt}. */
    static void move(Site site, long value) {
        int bits = (int) value;
        site.put16(0, site.get16(0) & 0xfbf0 | bits >> 12 & 0xf | (bits & 0x800) >> 1);
        site.put16(2, site.get16(2) & 0x8f00 | (bits & 0x700) << 4 | bits & 0xff);
    }

    /** The sixteen bits that such an instruction has, with their sign. */
    static long move(Site site) {
        int high = site.get16(0);
        int low = site.get16(2);
        return (short) ((high & 0xf) << 12 | (high & 0x400) << 1 | (low & 0x7000) >> 4 | low & 0xff);
    }
}
