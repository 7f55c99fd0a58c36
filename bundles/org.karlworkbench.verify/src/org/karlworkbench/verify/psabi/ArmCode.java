package org.karlworkbench.verify.psabi;

/** The immediate fields of A32 instructions (Arm Architecture Reference Manual for A-profile, chapter F5). */
final class ArmCode {
    private static final int BRANCH_FIELD = 0x00ffffff;
    private static final int MOVE_FIELD = 0x000f0fff;
    private static final int CONDITION = 0xf0000000;
    private static final int EXCHANGE = 0xfa000000;
    private static final int ALWAYS = 0xe0000000;
    private static final int LINK = 0x0b000000;

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

    /** As {@link Psabi#slot}. */
    static long slot(byte[] code, int at, long address) {
        long slot = address + 8;
        int end = Math.min(code.length, at + 16);
        for (int i = at; i <= end - 4; i += 4) {
            int instruction = Instructions.little32(code, i);
            if (i > at && (instruction & 0xfffff000) == 0xe5bcf000) { // ldr pc, [ip, #n]!
                return slot + (instruction & 0xfff) & 0xffffffffL;
            }
            if ((instruction & 0xfffff000) != (i == at ? 0xe28fc000 : 0xe28cc000)) { // add ip, pc or ip, #n
                return LinkFacts.UNKNOWN;
            }
            slot += Integer.rotateRight(instruction & 0xff, instruction >> 7 & 0x1e);
        }
        return LinkFacts.UNKNOWN;
    }
}
