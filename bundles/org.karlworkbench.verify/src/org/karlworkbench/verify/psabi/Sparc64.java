package org.karlworkbench.verify.psabi;

/**
 * SPARC Compliance Definition 2.4.1, chapter 3, "Relocation", for 64 bits; for thread-local data, "ELF Handling For
 * Thread-Local Storage", section 4.4. Not computed are the thread-local models for shared objects, which no kernel has.
 */
final class Sparc64 extends Usual {
    private static final int JMP_IREL = 248;

    private static final int IMM22 = 0x3fffff;
    private static final int SIMM13 = 0x1fff;
    private static final int IMM10 = 0x3ff;
    private static final int DISP30 = 0x3fffffff;

    private static final int RD = 0x1f << 25;
    private static final int RS1 = 0x1f << 14;
    private static final int RS2 = 0x1f;
    private static final int OPERATION = 0x3f << 19;
    private static final int ADD = 2 << 30;
    private static final int OR = 2 << 30 | 2 << 19;
    private static final int XOR = 3 << 19;
    private static final int NOP = 0x01000000;
    private static final int SETHI_G1 = 0x03000000;
    private static final int BRANCH = 0x30680000;

    @Override
    public boolean apply(int type, Site site) {
        return plain(type, site) || data(type, site) || table(type, site);
    }

    /** Fields of instructions that hold a part of an address or distance. */
    private static boolean plain(int type, Site site) {
        long value = target(site) + site.a();
        long distance = value - site.p();
        switch (type) {
            case 7, 18 -> site.insert32(0, DISP30, distance >> 2); // WDISP30, WPLT30
            case 8 -> site.insert32(0, IMM22, distance >> 2); // WDISP22
            case 9, 36 -> site.insert32(0, IMM22, value >> 10); // HI22, LM22
            case 10 -> site.insert32(0, IMM22, value); // 22
            case 11 -> site.insert32(0, SIMM13, value); // 13
            case 12, 30 -> site.insert32(0, IMM10, value); // LO10, 10
            case 16 -> site.insert32(0, IMM10, distance); // PC10
            case 17, 39 -> site.insert32(0, IMM22, distance >> 10); // PC22, PC_LM22
            case 31 -> site.insert32(0, 0x7ff, value); // 11
            case 33 -> site.insert32(0, SIMM13, (value & IMM10) + site.data()); // OLO10
            case 34 -> site.insert32(0, IMM22, value >> 42); // HH22
            case 35 -> site.insert32(0, IMM10, value >> 32); // HM10
            case 37 -> site.insert32(0, IMM22, distance >> 42); // PC_HH22
            case 38 -> site.insert32(0, IMM10, distance >> 32); // PC_HM10
            case 40 -> site.insert32(0, 0x303fff, (distance >> 2 & 0xc000) << 6 | distance >> 2 & 0x3fff); // WDISP16
            case 41 -> site.insert32(0, 0x7ffff, distance >> 2); // WDISP19
            case 43 -> site.insert32(0, 0x7f, value); // 7
            case 44 -> site.insert32(0, 0x1f, value); // 5
            case 45 -> site.insert32(0, 0x3f, value); // 6
            case 48 -> high(site, value); // HIX22
            case 49 -> low(site, value); // LOX10
            case 50 -> site.insert32(0, IMM22, value >> 22); // H44
            case 51 -> site.insert32(0, IMM10, value >> 12); // M44
            case 52 -> site.insert32(0, 0xfff, value); // L44
            case 85 -> site.insert32(0, IMM22, value >> 12); // H34
            case 88 ->
                site.insert32(0, 0x181fe0, (distance >> 2 & 0x300) << 11 | (distance >> 2 & 0xff) << 5); // WDISP10
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Words of data. */
    private static boolean data(int type, Site site) {
        long value = target(site) + site.a();
        long distance = value - site.p();
        switch (type) {
            case 0, 53, 69, 71 -> {} // NONE, REGISTER, TLS_IE_LD of 32 bits, TLS_IE_ADD: marks
            case 1 -> site.put8(0, value); // 8
            case 2, 55 -> site.put16(0, value); // 16, UA16
            case 3, 23, 24 -> site.put32(0, value); // 32, UA32, PLT32
            case 4 -> site.put8(0, distance); // DISP8
            case 5 -> site.put16(0, distance); // DISP16
            case 6 -> site.put32(0, distance); // DISP32
            case 32, 47, 54 -> site.put64(0, value); // 64, PLT64, UA64
            case 46 -> site.put64(0, distance); // DISP64
            case 78 -> site.put32(0, threadOffset(site)); // TLS_TPOFF32
            case 79 -> site.put64(0, threadOffset(site)); // TLS_TPOFF64
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Fields that lead to words of the GOT, or count from it, or from the thread pointer. */
    private static boolean table(int type, Site site) {
        long value = site.s() + site.a();
        long offset = value - site.link().got();
        switch (type) {
            case 13 -> site.needSlot(value, 0, 4, Sparc64::lowOfSlot); // GOT10
            case 14 -> site.needSlot(value, 0, 4, Sparc64::wholeOfSlot); // GOT13
            case 15 -> site.needSlot(value, 0, 4, Sparc64::highOfSlot); // GOT22
            case 67 -> threadHigh(site); // TLS_IE_HI22
            case 68 -> threadLow(site); // TLS_IE_LO10
            case 70 -> threadLoad(site); // TLS_IE_LDX
            case 72 -> high(site, threadOffset(site)); // TLS_LE_HIX22
            case 73 -> low(site, threadOffset(site)); // TLS_LE_LOX10
            case 80 -> high(site, offset); // GOTDATA_HIX22
            case 81 -> low(site, offset); // GOTDATA_LOX10
            case 82 -> gotHigh(site, offset); // GOTDATA_OP_HIX22
            case 83 -> gotLow(site, offset); // GOTDATA_OP_LOX10
            case 84 -> gotLoad(site); // GOTDATA_OP
            default -> {
                return false;
            }
        }
        return true;
    }

    /** S; of an indirect function the entry of the procedure linkage table, which an instruction tells only in part. */
    private static long target(Site site) {
        return site.isIndirect() ? site.link().way(site.s()) : site.s();
    }

    /** The upper bits of a negative number, which {@code xor} with the sign-extended low part gives back. */
    private static void high(Site site, long value) {
        site.insert32(0, IMM22, ~value >> 10);
    }

    private static void low(Site site, long value) {
        site.insert32(0, SIMM13, value & IMM10 | 0x1c00);
    }

    private static void lowOfSlot(Site site, long slot) {
        site.insert32(0, IMM10, slot - site.link().got());
    }

    private static void wholeOfSlot(Site site, long slot) {
        site.insert32(0, SIMM13, slot - site.link().got());
    }

    private static void highOfSlot(Site site, long slot) {
        site.insert32(0, IMM22, slot - site.link().got() >> 10);
    }

    /** S relative to the thread pointer, which stands behind the data. */
    private static long threadOffset(Site site) {
        return site.threadOffset() + site.a() - site.link().tlsSize();
    }

    private static void threadHigh(Site site) {
        if (!site.putSlot(threadOffset(site), 0, 4, Sparc64::highOfSlot)) {
            high(site, threadOffset(site));
        }
    }

    /** {@code add} of a part of the word's distance, or {@code xor} of a part of what it would hold. */
    private static void threadLow(Site site) {
        if (!site.putSlot(threadOffset(site), 0, 4, Sparc64::lowOfSlot)) {
            site.insert32(0, OPERATION, XOR);
            low(site, threadOffset(site));
        }
    }

    /** The load of a word, or the move of what it would hold, which to the same register is a nop. */
    private static void threadLoad(Site site) {
        int instruction = site.get32(0);
        if (site.found32(0) != instruction) {
            boolean same = (instruction & RS2) == (instruction & RD) >>> 25;
            site.put32(0, same ? NOP : OR | instruction & (RD | RS2));
        }
    }

    private static void gotHigh(Site site, long offset) {
        if (!site.putSlot(site.s() + site.a(), 0, 4, Sparc64::highCodedOfSlot)) {
            high(site, offset);
        }
    }

    private static void gotLow(Site site, long offset) {
        if (!site.putSlot(site.s() + site.a(), 0, 4, Sparc64::lowCodedOfSlot)) {
            low(site, offset);
        }
    }

    private static void highCodedOfSlot(Site site, long slot) {
        high(site, slot - site.link().got());
    }

    private static void lowCodedOfSlot(Site site, long slot) {
        low(site, slot - site.link().got());
    }

    /** The load of a word, or the addition of what it would lead to. */
    private static void gotLoad(Site site) {
        int instruction = site.get32(0);
        if (site.found32(0) != instruction) {
            site.put32(0, ADD | instruction & (RD | RS1 | RS2));
        }
    }

    /** {@code sethi} of the distance from the table's beginning, and a branch to its second entry; filled with nops. */
    @Override
    public long slot(byte[] code, int at, long address) {
        if (at < 0 || at + stubSize() > code.length) {
            return LinkFacts.UNKNOWN;
        }
        int branch = Instructions.big32(code, at + 4);
        int toSecond = (branch << 13 >> 13) * 4;
        int distance = stubSize() - toSecond - 4;
        boolean stub = (branch & 0xfff80000) == BRANCH && Instructions.big32(code, at) == (SETHI_G1 | distance);
        for (int rest = 8; rest < stubSize(); rest += 4) {
            stub &= Instructions.big32(code, at + rest) == NOP;
        }
        return stub ? address : LinkFacts.UNKNOWN;
    }

    @Override
    int stubSize() {
        return 32;
    }

    /** The entry of the procedure linkage table is itself what is written at boot. */
    @Override
    public int indirectType() {
        return JMP_IREL;
    }

    @Override
    public int after(int type, long offset) {
        return switch (type) {
            case 0, 53, 58, 62, 66, 71 -> 0; // NONE, REGISTER, TLS_*_ADD
            case 1, 4 -> 1; // 8, DISP8
            case 2, 5, 55 -> 2; // 16, DISP16, UA16
            case 32, 46, 47, 54, 75, 77, 79, 87 ->
                8; // 64, DISP64, PLT64, UA64, TLS_DTPMOD64, _DTPOFF64, _TPOFF64, SIZE64
            default -> 4;
        };
    }
}
