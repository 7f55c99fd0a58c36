package org.karlworkbench.verify.psabi;

/**
 * Loads of addresses from the GOT (AAELF64, section 5.7.9, "GOT-relative instruction relocations"). An instruction tells a
 * part of the word's address only; some word that has this part has to lead to the symbol.
 */
final class Arm64Got {
    private static final long ALL = -1L;
    private static final long LOW = ~Arm64Code.PAGE;
    private static final int ADD = 0x91000000;

    private Arm64Got() {}

    /** As {@link Psabi#apply}. */
    static boolean apply(int type, Site site) {
        switch (type) {
            case 309 -> literal(site); // GOT_LD_PREL19
            case 310 -> offset(site, site.link().got()); // LD64_GOTOFF_LO15
            case 311 -> page(site); // ADR_GOT_PAGE
            case 312 -> load(site); // LD64_GOT_LO12_NC
            case 313 -> offset(site, site.link().got() & Arm64Code.PAGE); // LD64_GOTPAGE_LO15
            case 315 -> relative(site); // GOTPCREL32
            default -> {
                return false;
            }
        }
        return true;
    }

    /** G(GDAT(S)) - P: a word whose whole address is known. */
    private static void literal(Site site) {
        long slot = site.p() + Arm64Code.literal(site.found32(0));
        Arm64Code.literal(site, site.word(ALL, slot) - site.p());
    }

    private static void relative(Site site) {
        long slot = site.p() + site.found32(0) - site.a();
        site.put32(0, site.word(ALL, slot) + site.a() - site.p());
    }

    /** G(GDAT(S)) - GOT, or - Page(GOT): fifteen bits in units of words. */
    private static void offset(Site site, long from) {
        long slot = from + Arm64Code.low(site.found32(0), 3);
        long distance = site.word(ALL, slot) - from;
        site.insert32(0, 0x003ffc00, distance >> 3 << 10);
    }

    /** Page(G(GDAT(S))) - Page(P), or what {@code adrp; ldr} becomes: {@code adrp; add} or {@code nop; adr}. */
    private static void page(Site site) {
        boolean pair = site.reaches(Arm64Code.WORD, Arm64Code.WORD) && Arm64Code.isLoad(site.get32(Arm64Code.WORD));
        if (pair && site.found32(0) == Arm64Code.NOP && Arm64Code.isAdr(site.found32(Arm64Code.WORD))) {
            site.put32(0, Arm64Code.NOP);
        } else if (pair && Arm64Code.isAdd(site.found32(Arm64Code.WORD))) {
            Arm64Code.adrp(site, site.s());
        } else {
            long page = Arm64Code.page(site.found32(0), site.p());
            Arm64Code.adrp(site, site.word(Arm64Code.PAGE, page));
        }
    }

    /** The word's place in its page, likewise. */
    private static void load(Site site) {
        int load = site.get32(0);
        int found = site.found32(0);
        boolean pair = Arm64Code.isLoad(load) && site.reaches(-Arm64Code.WORD, Arm64Code.WORD);
        if (pair && Arm64Code.isAdr(found) && site.found32(-Arm64Code.WORD) == Arm64Code.NOP) {
            site.put32(0, Arm64Code.ADR | load & Arm64Code.REGISTER);
            Arm64Code.adr(site, site.s() - site.p());
        } else if (pair && Arm64Code.isAdd(found) && Arm64Code.isAdrp(site.found32(-Arm64Code.WORD))) {
            site.put32(0, ADD | load & (Arm64Code.REGISTER << 5 | Arm64Code.REGISTER));
            Arm64Code.low(site, site.s(), 0);
        } else {
            Arm64Code.low(site, site.word(LOW, Arm64Code.low(found, 3)), 3);
        }
    }
}
