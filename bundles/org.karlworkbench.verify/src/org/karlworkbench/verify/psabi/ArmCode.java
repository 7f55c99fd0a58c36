package org.karlworkbench.verify.psabi;

/** The immediate fields of A32 instructions (Arm Architecture Reference Manual for A-profile, chapter F5). */
final class ArmCode {
    private static final int BRANCH_FIELD = 0x00ffffff;
    private static final int MOVE_FIELD = 0x000f0fff;
    private static final int CONDITION = 0xf0000000;
    private static final int EXCHANGE = 0xfa000000;
    private static final int ALWAYS = 0xe0000000;
    private static final int LINK = 0x0b000000;

    private static final int ADD_PC = 0xe28fc000; // add ip, pc, #0
    private static final int ADD_IP = 0xe28cc000; // add ip, ip, #0
    private static final int LAST_ROTATION = 10;
    private static final int LOAD = 0xe5bcf000; // ldr pc, [ip, #0]!

    private ArmCode() {}

    /** {@code b}, {@code bl} with a condition; false where it cannot reach its target without code between. */
    static boolean jump(Site site, long distance) {
        if (site.isUndefined()) {
            return skip(site);
        }
        if (!fits(distance) || (distance & 3) != 0) {
            return false;
        }
        site.insert32(0, BRANCH_FIELD, distance >> 2);
        return true;
    }

    /** {@code bl}, or {@code blx} to Thumb instructions; a label that is no function keeps what the object has. */
    static boolean call(Site site, long distance, boolean thumb) {
        int instruction = site.get32(0);
        boolean exchanges = (instruction & 0xfe000000) == EXCHANGE;
        if (site.isUndefined()) {
            return skip(site);
        }
        if (!fits(distance)) {
            return false;
        }
        if (thumb || exchanges && !site.isFunction() && !site.isIndirect()) {
            site.put32(0, EXCHANGE | (int) (distance & 2) << 23 | (int) (distance >> 2) & BRANCH_FIELD);
        } else {
            int condition = exchanges ? ALWAYS : instruction & CONDITION;
            site.put32(0, condition | LINK | (int) (distance >> 2) & BRANCH_FIELD);
        }
        return true;
    }

    private static boolean fits(long distance) {
        return distance == distance << 38 >> 38;
    }

    /** What nothing defines is skipped: a branch to the next instruction, or one of two that do nothing. */
    private static boolean skip(Site site) {
        int condition = site.get32(0) & CONDITION;
        int found = site.found32(0);
        if (found == (condition | 0x0320f000) || found == (condition | 0x01a00000)) {
            site.put32(0, found);
        } else {
            site.insert32(0, BRANCH_FIELD, -1);
        }
        return true;
    }

    /** The distance of a branch; that of {@code blx} in halfwords. */
    static long distance(int instruction) {
        boolean exchanges = (instruction & 0xfe000000) == EXCHANGE;
        return (long) (instruction << 8 >> 6) | (exchanges ? instruction >> 23 & 2 : 0);
    }

    /** Sixteen bits of a value: {@code movw}, {@code movt}. */
    static void move(Site site, long value) {
        site.insert32(0, MOVE_FIELD, (value & 0xf000) << 4 | value & 0xfff);
    }

    /** The sixteen bits that such an instruction has, with their sign. */
    static long move(int instruction) {
        return (short) (instruction >> 4 & 0xf000 | instruction & 0xfff);
    }

    /** {@code bx}, which for processors without Thumb becomes {@code mov pc}. */
    static void branchRegister(Site site) {
        int move = site.get32(0) & 0xf000000f | 0x01a0f000;
        if (site.found32(0) == move) {
            site.put32(0, move);
        }
    }

    /** As {@link Psabi#slot}: two or three additions, each of the next eight bits, and the load. */
    static long slot(byte[] code, int at, long address) {
        int additions = additions(code, at);
        if (additions == 0) {
            return LinkFacts.UNKNOWN;
        }
        long slot = address + 8;
        int rotation = LAST_ROTATION - 4 * (additions - 1);
        int add = ADD_PC | rotation << 8;
        for (int i = 0; i < additions; i++) {
            int instruction = Instructions.little32(code, at + 4 * i);
            if (instruction >>> 8 != add >>> 8) {
                return LinkFacts.UNKNOWN;
            }
            slot += Integer.rotateRight(instruction & 0xff, 2 * rotation);
            rotation += 4;
            add = ADD_IP | rotation << 8;
        }
        int load = Instructions.little32(code, at + 4 * additions);
        return load >>> 12 == LOAD >>> 12 ? slot + (load & 0xfff) & 0xffffffffL : LinkFacts.UNKNOWN;
    }

    /** How many additions such code begins with, by the first one's rotation; 0 if it is none or has no room. */
    private static int additions(byte[] code, int at) {
        if (at + 4 > code.length) {
            return 0;
        }
        int rotation = Instructions.little32(code, at) >> 8 & 0xf;
        int additions = rotation == LAST_ROTATION - 4 ? 2 : rotation == LAST_ROTATION - 8 ? 3 : 0;
        return at + 4 * (additions + 1) <= code.length ? additions : 0;
    }

    /** As {@link Psabi#length}; lld fills up what is shorter than the longest. */
    static int length(byte[] code, int at) {
        int end = 4 * (additions(code, at) + 1);
        boolean filled = at + end + 4 <= code.length && Instructions.little32(code, at + end) == 0xd4d4d4d4;
        return filled ? end + 4 : end;
    }
}
