package org.karlworkbench.verify.psabi;

import java.util.Arrays;

/**
 * Power Architecture 32-bit Application Binary Interface Supplement 1.0, "Relocation Types" of its Linux part and "TLS
 * Link Editor Optimization". Fields of 16 bits have their own offset, two bytes into a big-endian instruction. Not computed
 * are the thread-local models for shared objects, predicted branches and indirect functions, which no kernel has.
 */
final class Ppc extends Usual {
    private static final int HALF = 2;
    private static final int BRANCH_24 = 0x03fffffc;
    private static final int BRANCH_14 = 0xfffc;
    private static final int THREAD_REGISTER = 2;
    private static final int HEADER = 3;
    private static final int BLRL = 0x4e800021;
    private static final long THREAD_BIAS = 0x7000;
    private static final long DYNAMIC_BIAS = 0x8000;

    @Override
    public boolean apply(int type, Site site) {
        long value = site.s() + site.a();
        long distance = value - site.p();
        switch (type) {
            case 0 -> {} // NONE
            case 1, 24 -> site.put32(0, value); // ADDR32, UADDR32
            case 2 -> site.insert32(0, BRANCH_24, value); // ADDR24
            case 3, 4, 5, 6, 25 -> site.put16(0, Power.part(type == 25 ? 0 : type - 3, value)); // ADDR16*, UADDR16
            case 7 -> site.insert32(0, BRANCH_14, value); // ADDR14
            case 10, 23 -> branch(site, distance); // REL24, LOCAL24PC
            case 11 -> site.insert32(0, BRANCH_14, distance); // REL14
            case 14, 15, 16, 17 -> site.needSlot(value, 0, HALF, slotField(type - 14)); // GOT16*
            case 18 -> branch(site, site.s() - site.p()); // PLTREL24, whose addend tells of a register only
            case 26 -> site.put32(0, distance); // REL32
            case 32 -> site.put16(0, value - site.link().pointer()); // SDAREL16
            case 67 -> Power.use(site, threadOffset(site), THREAD_REGISTER); // TLS
            case 70 -> Power.low(site, 0xffff, threadOffset(site), THREAD_REGISTER); // TPREL16_LO
            case 72 -> Power.high(site, threadOffset(site)); // TPREL16_HA
            case 69, 71 -> site.put16(0, Power.part(type - 69, threadOffset(site))); // TPREL16, TPREL16_HI
            case 73 -> site.put32(0, threadOffset(site)); // TPREL32
            case 74, 75, 76, 77 -> site.put16(0, Power.part(type - 74, dynamicOffset(site))); // DTPREL16*
            case 78 -> site.put32(0, dynamicOffset(site)); // DTPREL32
            case 87, 88, 89, 90 -> threadLoad(site, type - 87); // GOT_TPREL16*
            case 249, 250, 251, 252 -> site.put16(0, Power.part(type - 249, distance)); // REL16*
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Site.SlotField slotField(int which) {
        return switch (which) {
            case 2 -> Ppc::highOfSlot;
            case 3 -> Ppc::adjustedOfSlot;
            default -> Ppc::lowOfSlot;
        };
    }

    private static void lowOfSlot(Site site, long slot) {
        site.put16(0, slot - site.link().got());
    }

    private static void highOfSlot(Site site, long slot) {
        site.put16(0, Power.part(2, slot - site.link().got()));
    }

    private static void adjustedOfSlot(Site site, long slot) {
        site.put16(0, Power.part(3, slot - site.link().got()));
    }

    /** A branch to what nothing defines goes nowhere. */
    private static void branch(Site site, long distance) {
        site.insert32(0, BRANCH_24, site.isUndefined() && found(site) == 0 ? 0 : distance);
    }

    private static int found(Site site) {
        return site.found32(0) & BRANCH_24;
    }

    private static long threadOffset(Site site) {
        return site.threadOffset() + site.a() - THREAD_BIAS;
    }

    private static long dynamicOffset(Site site) {
        return site.threadOffset() + site.a() - DYNAMIC_BIAS;
    }

    /** The load of an offset from the GOT, or {@code addis} of its high part: the use that follows adds the low one. */
    private static void threadLoad(Site site, int which) {
        long offset = threadOffset(site);
        if (!site.putSlot(offset, -HALF, 4, slotField(which))) {
            if (which < 2) {
                Power.highInstead(site, offset, THREAD_REGISTER);
            } else {
                site.put32(-HALF, Power.NOP);
            }
        }
    }

    @Override
    public String pointerName() {
        return "_SDA_BASE_";
    }

    /**
     * Behind an instruction by which code can find it; else the header of three words, zeros in a kernel, stands first (lld)
     * or last (GNU ld, where all entries are within the reach of a negative offset).
     */
    @Override
    public int gotHeader(long[] words) {
        for (int i = 0; i + 1 < words.length; i++) {
            if (words[i] == BLRL) {
                return i + 1;
            }
        }
        int last = words.length - HEADER;
        return last > 0 && !isHeader(words, 0) && isHeader(words, last) ? last : 0;
    }

    private static boolean isHeader(long[] words, int at) {
        return Arrays.stream(words, at, at + HEADER).allMatch(word -> word == 0);
    }

    @Override
    public boolean isReserved(long before, long value, LinkFacts link) {
        return value == BLRL;
    }

    @Override
    public int before(int type, long offset) {
        return type >= 87 && type <= 90 || type == 70 || type == 72 ? HALF : 0; // GOT_TPREL16*, TPREL16_LO and _HA
    }

    @Override
    public int after(int type, long offset) {
        return switch (type) {
            case 0, 95, 96 -> 0; // NONE, TLSGD, TLSLD
            case 3, 4, 5, 6, 14, 15, 16, 17, 25, 29, 30, 31, 32, 33, 34, 35, 36 -> HALF; // ADDR16*, GOT16*, ...
            case 249, 250, 251, 252 -> HALF; // REL16*
            default -> type >= 69 && type <= 94 && type != 73 && type != 78 ? HALF : 4; // TPREL16*, DTPREL16*, GOT_*
        };
    }
}
