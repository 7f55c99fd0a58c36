package org.karlworkbench.verify.psabi;

/**
 * ELF for the Arm 64-bit Architecture (AAELF64), release 2023Q1, section 5.7, "Relocation"; for undefined weak symbols
 * section 5.7.13, "Static relocations with undefined weak references". Code is little-endian.
 */
final class Arm64 extends Usual {
    private static final int ABS64 = 257;
    private static final int PREL64 = 260;
    private static final int BTI_C = 0xd503245f;
    private static final int BR_X17 = 0xd61f0220;
    private static final int STUB = 16;
    private static final long ALL = -1L;
    private static final long LOW32 = 0xffffffffL;
    private static final long LOW16 = 0xffff;

    @Override
    public boolean apply(int type, Site site) {
        switch (type) {
            case 0, 256 -> {} // NONE
            case ABS64 -> site.put64(0, site.target(ALL, site.found64(0)));
            case 258 -> site.put32(0, site.target(LOW32, site.found32(0))); // ABS32
            case 259 -> site.put16(0, site.target(LOW16, site.found16(0))); // ABS16
            case PREL64 -> site.put64(0, relative(site, ALL, site.found64(0)));
            case 261, 314 -> site.put32(0, relative(site, LOW32, site.found32(0))); // PREL32, PLT32
            case 262 -> site.put16(0, relative(site, LOW16, site.found16(0))); // PREL16
            case 307 -> site.put64(0, site.s() + site.a() - site.link().got()); // GOTREL64
            case 308 -> site.put32(0, site.s() + site.a() - site.link().got()); // GOTREL32
            default -> {
                return address(type, site)
                        || Arm64Moves.apply(type, site)
                        || Arm64Got.apply(type, site)
                        || Arm64Threads.apply(type, site);
            }
        }
        return true;
    }

    /** Instructions that make an address or use it at once. */
    private static boolean address(int type, Site site) {
        switch (type) {
            case 273 ->
                Arm64Code.literal(site, relative(site, ALL, Arm64Code.literal(site.found32(0)))); // LD_PREL_LO19
            case 274 -> Arm64Code.adr(site, relative(site, ALL, Arm64Code.adr(site.found32(0)))); // ADR_PREL_LO21
            case 275, 276 -> page(site); // ADR_PREL_PG_HI21, its NC
            case 277 -> add(site); // ADD_ABS_LO12_NC
            case 278 -> low(site, 0); // LDST8_ABS_LO12_NC
            case 284 -> low(site, 1); // LDST16_ABS_LO12_NC
            case 285 -> low(site, 2); // LDST32_ABS_LO12_NC
            case 286 -> low(site, 3); // LDST64_ABS_LO12_NC
            case 299 -> low(site, 4); // LDST128_ABS_LO12_NC
            case 279 -> Arm64Code.testBranch(site, branch(site, 0)); // TSTBR14
            case 280 -> Arm64Code.literal(site, branch(site, Arm64Code.literal(site.found32(0)))); // CONDBR19
            case 282, 283 -> { // JUMP26, CALL26
                return jump(site);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** S + A - P, where what nothing defines lies at P. */
    static long relative(Site site, long mask, long found) {
        return site.isUndefined() ? site.a() : site.target(mask, found + site.p()) - site.p();
    }

    /** S + A - P; a branch to what nothing defines goes to the next instruction. */
    private static long branch(Site site, long found) {
        return site.isUndefined() ? Arm64Code.WORD : relative(site, ALL, found);
    }

    /** A branch; false where it reaches its target only by the help of code that the linker put between. */
    private static boolean jump(Site site) {
        if (site.isUndefined() && site.found32(0) == Arm64Code.NOP) {
            site.put32(0, Arm64Code.NOP);
            return true;
        }
        long distance = branch(site, (long) (site.found32(0) << 6 >> 6) << 2);
        if (distance != distance << 36 >> 36) {
            return false;
        }
        site.insert32(0, 0x03ffffff, distance >> 2);
        return true;
    }

    /** Page(S+A) - Page(P); of {@code adrp; add} linkers may make {@code nop; adr}. */
    private static void page(Site site) {
        int found = site.found32(0);
        if (found == Arm64Code.NOP
                && site.reaches(Arm64Code.WORD, Arm64Code.WORD)
                && Arm64Code.isAdr(site.found32(Arm64Code.WORD))
                && Arm64Code.isAddressPair(site.get32(0), site.get32(Arm64Code.WORD))) {
            site.put32(0, Arm64Code.NOP);
        } else if (site.isUndefined()) {
            Arm64Code.adrp(site, site.p() + site.a());
        } else {
            Arm64Code.adrp(site, site.target(Arm64Code.PAGE, Arm64Code.page(found, site.p())));
        }
    }

    private static void add(Site site) {
        int add = site.get32(0);
        int register = add & Arm64Code.REGISTER;
        boolean near = Arm64Code.isAdr(site.found32(0))
                && Arm64Code.isAdd(add)
                && register == (add >> 5 & Arm64Code.REGISTER)
                && site.found32(-Arm64Code.WORD) == Arm64Code.NOP;
        if (near) {
            site.put32(0, Arm64Code.ADR | register);
            Arm64Code.adr(site, relative(site, ALL, Arm64Code.adr(site.found32(0))));
        } else {
            low(site, 0);
        }
    }

    private static void low(Site site, int scale) {
        long found = Arm64Code.low(site.found32(0), scale);
        Arm64Code.low(site, site.target(~Arm64Code.PAGE, found), scale);
    }

    /** {@code adrp x16, slot; ldr x17, [x16, slot]; add x16, x16, slot; br x17}, with a {@code bti c} before it or not. */
    @Override
    public long slot(byte[] code, int at, long address) {
        if (at + length(code, at) > code.length) {
            return LinkFacts.UNKNOWN;
        }
        int skip = Instructions.little32(code, at) == BTI_C ? Arm64Code.WORD : 0;
        int adrp = Instructions.little32(code, at + skip);
        int load = Instructions.little32(code, at + skip + 4);
        int add = Instructions.little32(code, at + skip + 8);
        int low = add >> 10 & 0xfff;
        boolean jumps = (adrp & 0x9f00001f) == 0x90000010
                && load == (0xf9400211 | low >> 3 << 10)
                && add == (0x91000210 | low << 10)
                && Instructions.little32(code, at + skip + 12) == BR_X17;
        return jumps ? Arm64Code.page(adrp, address + skip) + low : LinkFacts.UNKNOWN;
    }

    @Override
    public int length(byte[] code, int at) {
        boolean lands = at + Arm64Code.WORD <= code.length && Instructions.little32(code, at) == BTI_C;
        return lands ? STUB + 2 * Arm64Code.WORD : STUB; // a nop fills it up
    }

    @Override
    public int indirectType() {
        return 1032;
    }

    @Override
    public int after(int type, long offset) {
        return switch (type) {
            case 0, 256 -> 0; // NONE
            case 259, 262 -> 2; // ABS16, PREL16
            case ABS64, PREL64, 307 -> 8; // and GOTREL64
            default -> 4;
        };
    }
}
