package org.karlworkbench.verify.psabi;

/** Sequences of {@code movz}, {@code movn} and {@code movk} (AAELF64, section 5.7.5, "Group relocations"). */
final class Arm64Moves {
    private Arm64Moves() {}

    /** As {@link Psabi#apply}. */
    static boolean apply(int type, Site site) {
        switch (type) {
            case 263, 264 -> Arm64Code.move(site, absolute(site)); // MOVW_UABS_G0, G0_NC
            case 265, 266 -> Arm64Code.move(site, absolute(site) >> 16); // MOVW_UABS_G1, G1_NC
            case 267, 268 -> Arm64Code.move(site, absolute(site) >> 32); // MOVW_UABS_G2, G2_NC
            case 269 -> Arm64Code.move(site, absolute(site) >> 48); // MOVW_UABS_G3
            case 270 -> Arm64Code.signedMove(site, absolute(site), 0); // MOVW_SABS_G0
            case 271 -> Arm64Code.signedMove(site, absolute(site), 16); // MOVW_SABS_G1
            case 272 -> Arm64Code.signedMove(site, absolute(site), 32); // MOVW_SABS_G2
            case 287 -> Arm64Code.signedMove(site, relative(site), 0); // MOVW_PREL_G0
            case 288 -> Arm64Code.move(site, relative(site)); // MOVW_PREL_G0_NC
            case 289 -> Arm64Code.signedMove(site, relative(site), 16); // MOVW_PREL_G1
            case 290 -> Arm64Code.move(site, relative(site) >> 16); // MOVW_PREL_G1_NC
            case 291 -> Arm64Code.signedMove(site, relative(site), 32); // MOVW_PREL_G2
            case 292 -> Arm64Code.move(site, relative(site) >> 32); // MOVW_PREL_G2_NC
            case 293 -> uppermost(site, relative(site)); // MOVW_PREL_G3
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The instructions that follow set all other bits, so that {@code movz} and {@code movn} do the same. */
    private static void uppermost(Site site, long value) {
        if (Arm64Code.isMoveNot(site.found32(0))) {
            Arm64Code.signedMove(site, value, 48);
        } else {
            Arm64Code.move(site, value >> 48);
        }
    }

    /** S + A. */
    private static long absolute(Site site) {
        return site.target(0, 0);
    }

    /** S + A - P. */
    private static long relative(Site site) {
        return Arm64.relative(site, 0, 0);
    }
}
