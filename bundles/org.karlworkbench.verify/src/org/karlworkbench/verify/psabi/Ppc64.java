package org.karlworkbench.verify.psabi;

/**
 * 64-Bit ELF V2 ABI Specification for the Power Architecture, version 1.5, "Relocation Types", "Local Entry Point", "TOC
 * Pointer Usage" and "TLS Link Editor Optimizations". Fields of 16 bits have their own offset, two bytes into a big-endian
 * instruction. Not computed are the thread-local models for shared objects, predicted branches, indirect functions and
 * prefixed instructions, which no kernel has.
 */
final class Ppc64 extends Usual {
    private static final int HALF = 2;
    private static final int ALL = 0xffff;
    private static final int DOUBLEWORD = 0xfffc;
    private static final int BRANCH_24 = 0x03fffffc;
    private static final int OPCODE = 0x3f << 26;
    private static final int ADDI = 14 << 26;
    private static final int LIS_2 = 0x3c40;
    private static final int TOC_REGISTER = 2;
    private static final int THREAD_REGISTER = 13;
    private static final long THREAD_BIAS = 0x7000;
    private static final long DYNAMIC_BIAS = 0x8000;

    @Override
    public boolean apply(int type, Site site) {
        long value = site.s() + site.a();
        long distance = value - site.p();
        switch (type) {
            case 0, 109, 118 -> {} // NONE, TOCSAVE, ENTRY: marks
            case 1, 24 -> site.put32(0, value); // ADDR32, UADDR32
            case 2 -> site.insert32(0, BRANCH_24, value); // ADDR24
            case 7 -> site.insert32(0, DOUBLEWORD, value); // ADDR14
            case 10 -> branch(site, distance + entry(site)); // REL24
            case 11 -> site.insert32(0, DOUBLEWORD, distance + entry(site)); // REL14
            case 26 -> site.put32(0, distance); // REL32
            case 38, 43 -> site.putAddress64(value); // ADDR64, UADDR64
            case 44 -> site.put64(0, distance); // REL64
            case 51 -> site.putAddress64(site.link().pointer()); // TOC
            case 67 -> Power.use(site, threadOffset(site), THREAD_REGISTER); // TLS
            case 73 -> site.put64(0, threadOffset(site)); // TPREL64
            case 78 -> site.put64(0, dynamicOffset(site)); // DTPREL64
            case 117 -> site.putAddress64(value + entry(site)); // ADDR64_LOCAL
            case 252 -> globalEntry(site, distance, -HALF, 3); // REL16_HA
            case 250 -> globalEntry(site, distance, -HALF - 4, 1); // REL16_LO
            default -> {
                return half(type, site) || table(type, site);
            }
        }
        return true;
    }

    /** Fields that count from the TOC pointer or lead to a word that it reaches. */
    private static boolean table(int type, Site site) {
        if (site.link().pointer() == LinkFacts.UNKNOWN) {
            return false;
        }
        long offset = site.s() + site.a() - site.link().pointer();
        switch (type) {
            case 14, 58 -> got(site, type == 14 ? Ppc64::lowOfSlot : Ppc64::doublewordOfSlot); // GOT16, GOT16_DS
            case 15, 59 -> got(site, type == 15 ? Ppc64::lowOfSlot : Ppc64::doublewordOfSlot); // GOT16_LO, GOT16_LO_DS
            case 16 -> got(site, Ppc64::highOfSlot); // GOT16_HI
            case 17 -> gotHigh(site, offset); // GOT16_HA
            case 47, 48 -> Power.low(site, ALL, offset, TOC_REGISTER); // TOC16, TOC16_LO
            case 49 -> site.put16(0, Power.part(2, offset)); // TOC16_HI
            case 50 -> tocHigh(site, offset); // TOC16_HA
            case 63, 64 -> tocLoad(site, offset); // TOC16_DS, TOC16_LO_DS
            case 87, 88 -> threadLoad(site, Ppc64::doublewordOfSlot, true); // GOT_TPREL16_DS, GOT_TPREL16_LO_DS
            case 89 -> threadLoad(site, Ppc64::highOfSlot, false); // GOT_TPREL16_HI
            case 90 -> threadLoad(site, Ppc64::adjustedOfSlot, false); // GOT_TPREL16_HA
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Fields of 16 bits that hold a part of an address or offset. */
    private static boolean half(int type, Site site) {
        long value = site.s() + site.a();
        switch (type) {
            case 3, 4, 5, 6 -> site.put16(0, Power.part(type - 3, value)); // ADDR16, _LO, _HI, _HA
            case 25 -> site.put16(0, value); // UADDR16
            case 39, 40, 41, 42 ->
                site.put16(0, upper(type - 39, value)); // ADDR16_HIGHER, _HIGHERA, _HIGHEST, _HIGHESTA
            case 56, 57 -> doubleword(site, value); // ADDR16_DS, ADDR16_LO_DS
            case 69, 70 -> Power.low(site, ALL, threadOffset(site), THREAD_REGISTER); // TPREL16, TPREL16_LO
            case 71, 112 -> site.put16(0, Power.part(2, threadOffset(site))); // TPREL16_HI, TPREL16_HIGH
            case 72, 113 -> Power.high(site, threadOffset(site)); // TPREL16_HA, TPREL16_HIGHA
            case 74, 75, 76, 77 -> site.put16(0, Power.part(type - 74, dynamicOffset(site))); // DTPREL16*
            case 95, 96 ->
                Power.low(site, DOUBLEWORD, threadOffset(site), THREAD_REGISTER); // TPREL16_DS, TPREL16_LO_DS
            case 97, 98, 99, 100 -> site.put16(0, upper(type - 97, threadOffset(site))); // TPREL16_HIGHER to _HIGHESTA
            case 101, 102 -> doubleword(site, dynamicOffset(site)); // DTPREL16_DS, DTPREL16_LO_DS
            case 110, 111 -> site.put16(0, Power.part(type - 108, value)); // ADDR16_HIGH, ADDR16_HIGHA
            case 249, 251 -> site.put16(0, Power.part(type - 249, value - site.p())); // REL16, REL16_HI
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The upper half of a value by the order in which types are numbered: higher, highera, highest and highesta. */
    private static long upper(int which, long value) {
        long rounded = (which & 1) == 0 ? value : value + 0x8000;
        return which < 2 ? rounded >> 32 : rounded >> 48;
    }

    private static void doubleword(Site site, long value) {
        site.put16(0, site.get16(0) & ~DOUBLEWORD | value & DOUBLEWORD);
    }

    /** How far behind a function's beginning those enter it that have its TOC pointer already (st_other, bits 5 to 7). */
    private static long entry(Site site) {
        return (1 << (site.other() >> 5 & 7)) >> 2 << 2;
    }

    /** A call of what nothing defines is a nop, or goes nowhere. */
    private static void branch(Site site, long distance) {
        if (site.isUndefined() && site.found32(0) == Power.NOP) {
            site.put32(0, Power.NOP);
        } else {
            boolean nowhere = site.isUndefined() && (site.found32(0) & BRANCH_24) == 0;
            site.insert32(0, BRANCH_24, nowhere ? 0 : distance);
        }
    }

    /** A part of a distance; where a function makes its TOC pointer GNU ld may load the pointer as a constant. */
    private static void globalEntry(Site site, long distance, int first, int which) {
        boolean pointer = site.s() == site.link().pointer() && site.reaches(first, 4);
        if (pointer && site.found16(first) == LIS_2) {
            if (which == 3) {
                site.put16(-HALF, LIS_2);
            }
            site.put16(0, Power.part(which, site.s()));
        } else {
            site.put16(0, Power.part(which, distance));
        }
    }

    /** The high part of an object's word in the TOC, or of what that word holds. */
    private static void tocHigh(Site site, long offset) {
        Power.high(site, offset);
        long target = site.link().read(site.s() + site.a());
        if (target != LinkFacts.UNKNOWN && !site.agrees(-HALF, 4)) {
            Power.high(site, target - site.link().pointer());
        }
    }

    /** The load of an object's word in the TOC, or the address itself that the word holds. */
    private static void tocLoad(Site site, long offset) {
        if (isAdded(site)) {
            add(site, site.link().read(site.s() + site.a()) - site.link().pointer());
        } else {
            Power.low(site, DOUBLEWORD, offset, TOC_REGISTER);
        }
    }

    /** Whether the kernel adds where the object loads. */
    private static boolean isAdded(Site site) {
        return (site.get32(-HALF) & OPCODE) != ADDI && (site.found32(-HALF) & OPCODE) == ADDI;
    }

    private static void add(Site site, long offset) {
        site.insert32(-HALF, OPCODE, ADDI);
        Power.low(site, ALL, offset, TOC_REGISTER);
    }

    /** A word of the GOT, or the address itself that the word would hold. */
    private static void got(Site site, Site.SlotField field) {
        long value = site.s() + site.a();
        if (isAdded(site)) {
            add(site, value - site.link().pointer());
        } else {
            site.needSlot(value, -HALF, 4, field);
        }
    }

    /** The high part that goes before it. */
    private static void gotHigh(Site site, long offset) {
        if (!site.putSlot(site.s() + site.a(), -HALF, 4, Ppc64::adjustedOfSlot)) {
            Power.high(site, offset);
        }
    }

    /** The load of an offset from the GOT, or {@code addis} of its high part: the use that follows adds the low one. */
    private static void threadLoad(Site site, Site.SlotField field, boolean loads) {
        long offset = threadOffset(site);
        if (!site.putSlot(offset, -HALF, 4, field)) {
            if (loads) {
                Power.highInstead(site, offset, THREAD_REGISTER);
            } else {
                site.put32(-HALF, Power.NOP);
            }
        }
    }

    private static void lowOfSlot(Site site, long slot) {
        Power.low(site, ALL, slot - site.link().pointer(), TOC_REGISTER);
    }

    private static void doublewordOfSlot(Site site, long slot) {
        Power.low(site, DOUBLEWORD, slot - site.link().pointer(), TOC_REGISTER);
    }

    private static void highOfSlot(Site site, long slot) {
        site.put16(0, Power.part(2, slot - site.link().pointer()));
    }

    private static void adjustedOfSlot(Site site, long slot) {
        Power.high(site, slot - site.link().pointer());
    }

    private static long threadOffset(Site site) {
        return site.threadOffset() + site.a() - THREAD_BIAS;
    }

    private static long dynamicOffset(Site site) {
        return site.threadOffset() + site.a() - DYNAMIC_BIAS;
    }

    @Override
    public String pointerName() {
        return ".TOC.";
    }

    @Override
    public long pointerBias() {
        return 0x8000;
    }

    /** The first word of the GOT is the TOC pointer. */
    @Override
    public boolean isReserved(long before, long value, LinkFacts link) {
        return value == link.pointer();
    }

    @Override
    public int relativeType() {
        return 22;
    }

    @Override
    public int before(int type, long offset) {
        return switch (type) {
            case 14, 15, 16, 17, 47, 48, 50, 58, 59, 63, 64 -> HALF; // GOT16*, TOC16*
            case 69, 70, 72, 87, 88, 89, 90, 95, 96, 113, 252 -> HALF; // TPREL16*, GOT_TPREL16*, REL16_HA
            default -> 0;
        };
    }

    @Override
    public int after(int type, long offset) {
        return switch (type) {
            case 0, 107, 108, 109, 118 -> 0; // NONE, TLSGD, TLSLD, TOCSAVE, ENTRY
            case 1, 2, 7, 8, 9, 10, 11, 12, 13, 24, 26, 67, 116 -> 4; // ADDR32, ADDR24, ADDR14*, REL*, UADDR32, TLS
            case 38, 43, 44, 51, 68, 73, 78, 117 -> 8; // ADDR64, UADDR64, REL64, TOC, DTPMOD64, TPREL64, DTPREL64
            default -> HALF;
        };
    }
}
