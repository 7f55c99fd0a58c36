package org.karlworkbench.verify.psabi;

/**
 * Thread-local data (AAELF64, section 5.7.11, "Relocations for thread-local storage"). A kernel is one module, so that
 * linkers put offsets from the thread pointer where objects ask for more.
 */
final class Arm64Threads {
    /** The thread control block lies between the thread pointer and the data. */
    private static final long CONTROL_BLOCK = 16;

    private static final long LOW = ~Arm64Code.PAGE;
    private static final int MOVZ_HIGH = 0xd2a00000;
    private static final int MOVK = 0xf2800000;

    private Arm64Threads() {}

    /** As {@link Psabi#apply}. */
    static boolean apply(int type, Site site) {
        long x = site.link().threadOffset(site.s() + site.a(), CONTROL_BLOCK);
        switch (type) {
            case 541 -> page(site, x); // TLSIE_ADR_GOTTPREL_PAGE21
            case 542 -> load(site, x); // TLSIE_LD64_GOTTPREL_LO12_NC
            case 543 -> literal(site, x); // TLSIE_LD_GOTTPREL_PREL19
            case 544 -> Arm64Code.signedMove(site, x, 32); // TLSLE_MOVW_TPREL_G2
            case 545 -> Arm64Code.signedMove(site, x, 16); // TLSLE_MOVW_TPREL_G1
            case 546 -> Arm64Code.move(site, x >> 16); // TLSLE_MOVW_TPREL_G1_NC
            case 547 -> Arm64Code.signedMove(site, x, 0); // TLSLE_MOVW_TPREL_G0
            case 548 -> Arm64Code.move(site, x); // TLSLE_MOVW_TPREL_G0_NC
            case 549 -> Arm64Code.low(site, x >> 12, 0); // TLSLE_ADD_TPREL_HI12
            case 550, 551, 552, 553 -> Arm64Code.low(site, x, 0); // TLSLE_ADD_TPREL_LO12, LDST8_TPREL_LO12, their NC
            case 554, 555 -> Arm64Code.low(site, x, 1); // TLSLE_LDST16_TPREL_LO12, its NC
            case 556, 557 -> Arm64Code.low(site, x, 2); // TLSLE_LDST32_TPREL_LO12, its NC
            case 558, 559 -> Arm64Code.low(site, x, 3); // TLSLE_LDST64_TPREL_LO12, its NC
            case 570, 571 -> Arm64Code.low(site, x, 4); // TLSLE_LDST128_TPREL_LO12, its NC
            case 562 -> constant(site, MOVZ_HIGH, x >> 16); // TLSDESC_ADR_PAGE21
            case 563 -> constant(site, MOVK, x); // TLSDESC_LD64_LO12
            case 564, 569 -> site.put32(0, Arm64Code.NOP); // TLSDESC_ADD_LO12, TLSDESC_CALL
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The page of a word that holds the offset, or the offset's upper half: {@code adrp} becomes {@code movz}. */
    private static void page(Site site, long x) {
        if (Arm64Code.isAdrp(site.found32(0))) {
            long page = Arm64Code.page(site.found32(0), site.p());
            Arm64Code.adrp(site, site.link().word(x, Arm64Code.PAGE, page));
        } else {
            constant(site, MOVZ_HIGH | site.get32(0) & Arm64Code.REGISTER, x >> 16);
        }
    }

    /** The word's place in its page, or the offset's lower half: {@code ldr} becomes {@code movk}. */
    private static void load(Site site, long x) {
        if (Arm64Code.isLoad(site.found32(0))) {
            Arm64Code.low(site, site.link().word(x, LOW, Arm64Code.low(site.found32(0), 3)), 3);
        } else {
            constant(site, MOVK | site.get32(0) & Arm64Code.REGISTER, x);
        }
    }

    private static void literal(Site site, long x) {
        long slot = site.p() + Arm64Code.literal(site.found32(0));
        Arm64Code.literal(site, site.link().word(x, -1L, slot) - site.p());
    }

    private static void constant(Site site, int instruction, long value) {
        site.put32(0, instruction);
        Arm64Code.move(site, value);
    }
}
