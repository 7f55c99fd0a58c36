package org.karlworkbench.verify.psabi;

/**
 * SuperH as binutils define its relocations (there is no supplement of the ABI); for thread-local data, "ELF Handling For
 * Thread-Local Storage", section 5. The words of data fields hold a part of the addend, besides the relocation's own.
 */
final class Sh extends Usual {
    private static final int DIR32 = 1;
    private static final int REL32 = 2;
    private static final int IND12W = 4;
    private static final int IE32 = 147;
    private static final int LE32 = 148;
    private static final int GOT32 = 160;
    private static final int PLT32 = 161;
    private static final int GOTOFF = 166;
    private static final int GOTPC = 167;

    /** The thread pointer stands before a block of two words and the data. */
    private static final int THREAD_BLOCK = 8;

    /** {@code mov.l @(r0,r12),rM}, without M. */
    private static final int LOAD = 0x00ce;

    private static final int NOP = 0x0009;
    private static final int MOVE = 0x6003;

    /** How far before its word the load may stand. */
    private static final int FAR = 12;

    @Override
    public boolean apply(int type, Site site) {
        switch (type) {
            case 0 -> {} // NONE
            case DIR32 -> site.put32(0, site.s() + site.a());
            case REL32, PLT32 -> site.put32(0, site.s() + site.a() - site.p());
            case GOTPC -> site.put32(0, site.link().got() + site.a() - site.p());
            case GOTOFF -> site.put32(0, site.s() + site.a() - site.link().got());
            case GOT32 -> word(site, site.s());
            case LE32 -> site.put32(0, threadOffset(site) + site.a());
            case IE32 -> threadLoad(site);
            case IND12W -> site.put16(0, site.get16(0) & 0xf000 | (site.s() + site.a() - site.p() - 4 >> 1) & 0xfff);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The distance of a word of the GOT that holds a value. */
    private static void word(Site site, long value) {
        long slot = site.found32(0) - site.a() + site.link().got() & 0xffffffffL;
        site.put32(0, site.link().holds(slot, value) ? site.found32(0) : ~site.found32(0));
    }

    private static long threadOffset(Site site) {
        return site.link().threadOffset(site.s(), THREAD_BLOCK);
    }

    /** The offset through the GOT, or the offset itself: then the load before it becomes a move. */
    private static void threadLoad(Site site) {
        for (int distance = -2; distance >= -FAR && site.reaches(distance, 2); distance -= 2) {
            int load = site.get16(distance);
            if ((load & 0xf0ff) == LOAD && site.found16(distance) != load) {
                int register = load >> 8 & 0xf;
                site.put16(distance, register == 0 ? NOP : MOVE | register << 8);
                site.put32(0, threadOffset(site) + site.a());
                return;
            }
        }
        word(site, threadOffset(site) + site.a());
    }

    @Override
    public long implicit(int type, Site site) {
        return type == DIR32 || type == REL32 || type == PLT32 ? site.get32(0) : 0;
    }

    @Override
    public boolean sumsAddends() {
        return true;
    }

    @Override
    public boolean isWhole(int type) {
        return after(type, 0) >= Integer.BYTES;
    }

    @Override
    public int before(int type, long offset) {
        return type == IE32 ? FAR : 0;
    }

    @Override
    public int after(int type, long offset) {
        return type == 0 ? 0 : type == IND12W ? 2 : 4;
    }
}
