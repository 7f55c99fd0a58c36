package org.karlworkbench.verify.psabi;

/**
 * ELF for the Arm Architecture (AAELF32), release 2023Q1, section 5.6, "Relocation". Fields mostly hold their addends.
 * Code is little-endian.
 */
final class Arm extends Usual {
    private static final int CALL = 28;
    private static final int THM_CALL = 10;

    /** The thread control block lies between the thread pointer and the data. */
    private static final long CONTROL_BLOCK = 8;

    private static final long ALL = -1L;
    private static final long LOW32 = 0xffffffffL;
    private static final int ABS16 = 5;
    private static final int ABS8 = 8;

    /** GOT_ORG, as the first field has it: all have to agree. */
    private long origin = LinkFacts.UNKNOWN;

    @Override
    public boolean apply(int type, Site site) {
        switch (type) {
            case 0 -> {} // NONE
            case 2, 38, 55 -> word(site, address(site)); // ABS32, TARGET1, ABS32_NOI
            case 3, 56 -> word(site, relative(site)); // REL32, REL32_NOI
            case ABS16 -> site.put16(0, address(site, 0));
            case ABS8 -> site.put8(0, address(site, 0));
            case 24 -> choose(site, address(site), -1); // GOTOFF32
            case 25 -> choose(site, site.a() - site.p(), 1); // BASE_PREL
            case 26 -> entry(site); // GOT_BREL
            case 41 -> exception(site); // TARGET2
            case 42 -> site.insert32(0, 0x7fffffff, relative(site, site.found32(0) << 1 >> 1)); // PREL31
            case 96 -> got(site, site.p() - site.a()); // GOT_PREL
            case 106 -> word(site, site.s() + site.a() - site.link().tls()); // TLS_LDO32
            case 107 -> thread(site); // TLS_IE32
            case 108 -> word(site, threadOffset(site) + site.a()); // TLS_LE32
            default -> {
                return code(type, site);
            }
        }
        return true;
    }

    /** Fields of instructions. */
    private static boolean code(int type, Site site) {
        switch (type) {
            case 1, 27, 29 -> { // PC24, PLT32, JUMP24
                return ArmCode.jump(site, relative(site, ArmCode.distance(site.found32(0))));
            }
            case CALL -> {
                return ArmCode.call(site, relative(site, ArmCode.distance(site.found32(0))), thumb(site) != 0);
            }
            case THM_CALL -> {
                return !spansPages(site) && ThumbCode.call(site, relative(site, 0), thumb(site) != 0);
            }
            case 30 -> { // THM_JUMP24
                return !spansPages(site) && !needsExchange(site) && ThumbCode.jump(site, relative(site, 0), 24);
            }
            case 51 -> { // THM_JUMP19
                return !spansPages(site) && !needsExchange(site) && ThumbCode.jump(site, relative(site, 0), 20);
            }
            case 102 -> ThumbCode.narrow(site, relative(site, 0), 11); // THM_JUMP11
            case 103 -> ThumbCode.narrow(site, relative(site, 0), 8); // THM_JUMP8
            case 40 -> ArmCode.branchRegister(site); // V4BX
            case 43 -> ArmCode.move(site, address(site)); // MOVW_ABS_NC
            case 44 -> ArmCode.move(site, address(site) >> 16); // MOVT_ABS
            case 45 -> ArmCode.move(site, relative(site)); // MOVW_PREL_NC
            case 46 -> ArmCode.move(site, relative(site) >> 16); // MOVT_PREL
            case 47 -> ThumbCode.move(site, address(site)); // THM_MOVW_ABS_NC
            case 48 -> ThumbCode.move(site, address(site) >> 16); // THM_MOVT_ABS
            case 49 -> ThumbCode.move(site, relative(site)); // THM_MOVW_PREL_NC
            case 50 -> ThumbCode.move(site, relative(site) >> 16); // THM_MOVT_PREL
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void word(Site site, long value) {
        site.put32(0, value);
    }

    /** T: whether a function has Thumb instructions, which its address tells. */
    private static long thumb(Site site) {
        return site.isFunction() ? site.s() & 1 : 0;
    }

    /** Whether a Thumb branch has to go to A32 instructions, which it cannot without code between. */
    private static boolean needsExchange(Site site) {
        return site.isIndirect() || site.isFunction() && thumb(site) == 0;
    }

    /** Whether a Thumb branch lies in two pages, where GNU ld puts code between (Cortex-A8 erratum 657417). */
    private static boolean spansPages(Site site) {
        return (site.p() & 0xfff) == 0xffe;
    }

    /** (S + A) | T. */
    private static long address(Site site) {
        return address(site, site.found32(0));
    }

    private static long address(Site site, long found) {
        long t = thumb(site);
        return site.target(ALL, found & LOW32) - t | t;
    }

    /** ((S + A) | T) - P. */
    private static long relative(Site site) {
        return relative(site, site.found32(0));
    }

    /** What nothing defines lies at P; or at 0, as GNU ld has it. */
    private static long relative(Site site, long found) {
        long x = address(site, found + site.p()) - site.p();
        return site.isUndefined() && (int) found != (int) x ? site.a() : x;
    }

    /** A value with GOT_ORG added or taken away: the table's symbol, or, as GNU ld has it, the begin of its section. */
    private void choose(Site site, long value, int sign) {
        if (origin == LinkFacts.UNKNOWN) {
            long section = site.link().gotSection();
            origin = site.found32(0) == (int) (value + sign * section)
                    ? section
                    : site.link().got();
        }
        word(site, value + sign * origin);
    }

    /** GOT(S) + A - GOT_ORG. */
    private static void entry(Site site) {
        long section = site.link().gotSection() - site.a();
        boolean fits = site.leads(site.found32(0) + section & LOW32);
        got(site, fits ? section : site.link().got() - site.a());
    }

    /** The distance of a word of the GOT that leads to the symbol. */
    private static void got(Site site, long base) {
        long slot = site.found32(0) + base & LOW32;
        word(site, site.word(ALL, slot) - base);
    }

    private static void thread(Site site) {
        long base = site.p() - site.a();
        long slot = site.found32(0) + base & LOW32;
        word(site, site.link().word(threadOffset(site), ALL, slot) - base);
    }

    private static long threadOffset(Site site) {
        return site.link().threadOffset(site.s(), CONTROL_BLOCK);
    }

    /** Of three meanings the platform chooses one for its tables of exceptions. */
    private static void exception(Site site) {
        int found = site.found32(0);
        if (found == (int) address(site)) {
            word(site, address(site));
        } else if (found == (int) relative(site)) {
            word(site, relative(site));
        } else {
            got(site, site.p() - site.a());
        }
    }

    @Override
    public long implicit(int type, Site site) {
        return switch (type) {
            case 0, 40 -> 0; // NONE, V4BX
            case 1, 27, CALL, 29 -> ArmCode.distance(site.get32(0)); // PC24, PLT32, JUMP24
            case THM_CALL, 30 -> ThumbCode.distance(site, 24); // THM_JUMP24
            case 51 -> ThumbCode.distance(site, 20); // THM_JUMP19
            case 102 -> ThumbCode.narrow(site, 11); // THM_JUMP11
            case 103 -> ThumbCode.narrow(site, 8); // THM_JUMP8
            case 43, 44, 45, 46 -> ArmCode.move(site.get32(0)); // MOVW_*, MOVT_*
            case 47, 48, 49, 50 -> ThumbCode.move(site); // THM_MOVW_*, THM_MOVT_*
            case 42 -> site.get32(0) << 1 >> 1; // PREL31
            case ABS16 -> (short) site.get16(0);
            case ABS8 -> (byte) site.get8(0);
            default -> site.get32(0);
        };
    }

    /** The program counter is two instructions ahead. */
    @Override
    public long lead(int type, Site site) {
        return switch (type) {
            case 1, 27, CALL, 29 -> 2 * Integer.BYTES; // PC24, PLT32, JUMP24
            case THM_CALL, 30, 51, 102, 103 -> 2 * Short.BYTES; // THM_JUMP24, THM_JUMP19, THM_JUMP11, THM_JUMP8
            default -> 0;
        };
    }

    /** {@code add ip, pc, x; add ip, ip, y; ldr pc, [ip, z]!}, in as many steps as the distance needs. */
    @Override
    public long slot(byte[] code, int at, long address) {
        return ArmCode.slot(code, at, address);
    }

    @Override
    public int length(byte[] code, int at) {
        return ArmCode.length(code, at);
    }

    @Override
    public int indirectType() {
        return 160;
    }

    @Override
    public int after(int type, long offset) {
        return switch (type) {
            case 0 -> 0; // NONE
            case ABS8 -> 1;
            case ABS16, 102, 103 -> 2; // and THM_JUMP11, THM_JUMP8
            default -> 4;
        };
    }
}
