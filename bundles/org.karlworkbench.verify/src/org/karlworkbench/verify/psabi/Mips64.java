package org.karlworkbench.verify.psabi;

/**
 * 64-bit ELF Object File Specification (MIPS Technologies, draft 2.5), table 32, and "MIPS TLS ABI" for thread-local data.
 * A relocation has up to three types: what one computes is the addend of the next, and the last one's field is written. Not
 * computed are the thread-local models for shared objects and what only release 6 has.
 */
final class Mips64 extends Usual {
    private static final int JALR = 37;

    private static final int IMMEDIATE = 0xffff;
    private static final long THREAD_BIAS = 0x7000;
    private static final long DYNAMIC_BIAS = 0x8000;
    private static final long PAGE = ~0xffffL;

    private static final int JUMP_REGISTER = 0x03200008;
    private static final int CALL_REGISTER = 0x0320f809;
    private static final int BRANCH = 0x10000000;
    private static final int BRANCH_AND_LINK = 0x04110000;

    @Override
    public boolean apply(int type, Site site) {
        int first = type & 0xff;
        if (first == JALR) {
            hint(site);
            return true;
        }
        if (site.link().pointer() == LinkFacts.UNKNOWN && countsFromPointer(type)) {
            return false;
        }
        if (isGot(first)) {
            got(first, site);
            return true;
        }
        long value = value(first, site, site.s(), site.a());
        int last = first;
        int special = type >>> 24;
        for (int more = type >> 8 & 0xffff; more != 0 && value != LinkFacts.UNKNOWN; more >>= 8) {
            last = more & 0xff;
            value = last == 0 ? value : value(last, site, special(special, site), value);
            special = 0;
        }
        return value != LinkFacts.UNKNOWN && put(last, site, value);
    }

    /** The symbol of the second type, which has a number of its own. */
    private static long special(int number, Site site) {
        return switch (number) {
            case 1 -> site.link().pointer(); // RSS_GP
            case 3 -> site.p(); // RSS_LOC
            default -> 0; // RSS_UNDEF; RSS_GP0 is 0 for what an assembler made
        };
    }

    private static long value(int type, Site site, long s, long a) {
        return switch (type) {
            case 0, 2, 3, 4, 5, 6, 18, 21, 28, 29 ->
                s + a; // NONE, 32, REL32, 26, HI16, LO16, 64, GOT_OFST, HIGHER, HIGHEST
            case 7, 12 -> s + a - site.link().pointer(); // GPREL16, GPREL32
            case 10, 248 -> s + a - site.p(); // PC16, PC32
            case 24 -> s - a; // SUB
            case 39, 41, 44, 45 -> s + a - site.link().tls() - DYNAMIC_BIAS; // TLS_DTPREL*
            case 47, 48, 49, 50 -> s + a - site.link().tls() - THREAD_BIAS; // TLS_TPREL*
            default -> LinkFacts.UNKNOWN;
        };
    }

    private static boolean put(int type, Site site, long value) {
        switch (type) {
            case 0 -> {} // NONE
            case 2, 3, 12, 39, 47, 248 -> site.put32(0, value); // 32, REL32, GPREL32, TLS_DTPREL32, TLS_TPREL32, PC32
            case 4 -> site.insert32(0, 0x03ffffff, value >> 2); // 26
            case 5, 44, 49 -> immediate(site, value + 0x8000 >> 16); // HI16, TLS_DTPREL_HI16, TLS_TPREL_HI16
            case 6, 7, 21, 45, 50 -> immediate(site, value); // LO16, GPREL16, GOT_OFST, TLS_DTPREL_LO16, TLS_TPREL_LO16
            case 10 -> immediate(site, value >> 2); // PC16
            case 18, 24, 41, 48 -> site.put64(0, value); // 64, SUB, TLS_DTPREL64, TLS_TPREL64
            case 28 -> immediate(site, value + 0x80008000L >> 32); // HIGHER
            case 29 -> immediate(site, value + 0x800080008000L >> 48); // HIGHEST
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void immediate(Site site, long value) {
        site.insert32(0, IMMEDIATE, value);
    }

    private static boolean countsFromPointer(int type) {
        int first = type & 0xff;
        return isGot(first) || first == 7 || first == 12 || type >>> 24 == 1; // GPREL16, GPREL32, RSS_GP
    }

    private static boolean isGot(int type) {
        return switch (type) {
            case 9, 11, 19, 20, 22, 23, 30, 31, 46 -> true;
            default -> false;
        };
    }

    /** The distance of a word of the GOT from the register {@code $gp}. */
    private static void got(int type, Site site) {
        long value = site.s() + site.a();
        switch (type) {
            case 9 -> { // GOT16: of a local symbol the page
                if (!site.putSlot(value, 0, 4, Mips64::lowOfSlot)) {
                    site.needSlot(page(value), 0, 4, Mips64::lowOfSlot);
                }
            }
            case 20 -> site.needSlot(page(value), 0, 4, Mips64::lowOfSlot); // GOT_PAGE
            case 22, 30 -> site.needSlot(value, 0, 4, Mips64::highOfSlot); // GOT_HI16, CALL_HI16
            case 46 -> site.needSlot(value - site.link().tls() - THREAD_BIAS, 0, 4, Mips64::lowOfSlot); // TLS_GOTTPREL
            default -> site.needSlot(value, 0, 4, Mips64::lowOfSlot); // CALL16, GOT_DISP, GOT_LO16, CALL_LO16
        }
    }

    /** The page that is nearest to an address, so that the rest is a signed 16-bit number. */
    private static long page(long address) {
        return address + 0x8000 & PAGE;
    }

    private static void highOfSlot(Site site, long slot) {
        immediate(site, slot - site.link().pointer() + 0x8000 >> 16);
    }

    private static void lowOfSlot(Site site, long slot) {
        immediate(site, slot - site.link().pointer());
    }

    /** A jump through {@code $25}, of which the linker may make a branch that has the same target. */
    private static void hint(Site site) {
        int distance = (int) (site.s() + site.a() - site.p() - 4) >> 2 & IMMEDIATE;
        int instruction = site.get32(0);
        int branch = instruction == CALL_REGISTER ? BRANCH_AND_LINK : BRANCH;
        boolean jumps = instruction == CALL_REGISTER || instruction == JUMP_REGISTER;
        if (jumps && site.found32(0) == (branch | distance)) {
            site.put32(0, branch | distance);
        }
    }

    @Override
    public String pointerName() {
        return "_gp";
    }

    @Override
    public long pointerBias() {
        return 0x7ff0;
    }

    /** It tells a dynamic linker that the words before are its own. */
    @Override
    public long gotMark() {
        return Long.MIN_VALUE;
    }

    /** A mark in the second word for a dynamic linker, and the pages that lld puts there whether they are asked for or not. */
    @Override
    public boolean isReserved(long before, long value, LinkFacts link) {
        boolean page = value == page(value) && link.isLoaded(value - 0x20000, value + 0x8000);
        return before == 0 && value == gotMark() || page;
    }

    @Override
    public int after(int type, long offset) {
        int last = (type & 0xff0000) != 0 ? type >> 16 & 0xff : (type & 0xff00) != 0 ? type >> 8 & 0xff : type & 0xff;
        return switch (last) {
            case 0 -> 0; // NONE
            case 18, 24, 40, 41, 48 -> 8; // 64, SUB, TLS_DTPMOD64, TLS_DTPREL64, TLS_TPREL64
            default -> 4;
        };
    }
}
