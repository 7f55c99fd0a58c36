package org.karlworkbench.verify;

/** The instructions that do nothing, by which GNU tools align x86 code (Intel SDM volume 2, NOP; and older forms). */
final class X86Nops {
    private static final int LONGEST = 15;

    private X86Nops() {}

    /** Whether bytes are such instructions, one behind the other, and nothing else. */
    static boolean fill(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int length = length(bytes, at, to);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** The length of the one at a place, 0 when there is another instruction or it does not fit. */
    private static int length(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && at - from < LONGEST && (bytes[at] == 0x66 || bytes[at] == 0x2e)) {
            at++;
        }
        int left = to - at;
        int first = left > 0 ? bytes[at] & 0xff : 0;
        int second = left > 1 ? bytes[at + 1] & 0xff : 0;
        int third = left > 2 ? bytes[at + 2] & 0xff : 0;
        if (first == 0x90) {
            return at + 1 - from;
        }
        if (first == 0x0f && second == 0x1f) {
            return sized(at, from, to, longNop(third, left > 3 ? bytes[at + 3] & 0xff : 0));
        }
        if (first == 0x8d || first == 0x89) {
            return sized(at, from, to, lea(first, second, third));
        }
        return 0;
    }

    /** The length with its prefixes, 0 where the instruction is unknown or does not fit. */
    private static int sized(int at, int from, int to, int length) {
        return length > 0 && length <= to - at ? at + length - from : 0;
    }

    /** The length of 0f 1f with (%eax) as operand: no, an 8-bit or a 32-bit displacement, with or without an index. */
    private static int longNop(int modRm, int sib) {
        return switch (modRm) {
            case 0x00 -> 3;
            case 0x40 -> 4;
            case 0x44 -> sib == 0 ? 5 : 0;
            case 0x80 -> 7;
            case 0x84 -> sib == 0 ? 8 : 0;
            default -> 0;
        };
    }

    /** mov %esi,%esi and the lea of %esi or %edi into itself that the assembler used before there was 0f 1f. */
    private static int lea(int opcode, int modRm, int sib) {
        if (opcode == 0x89) {
            return modRm == 0xf6 ? 2 : 0;
        }
        return switch (modRm) {
            case 0x36, 0x3f -> 2;
            case 0x76, 0x7f -> 3;
            case 0x74 -> sib == 0x26 ? 4 : 0;
            case 0xb6, 0xbf -> 6;
            case 0xb4 -> sib == 0x26 ? 7 : 0;
            case 0xbc -> sib == 0x27 ? 7 : 0;
            default -> 0;
        };
    }
}
