package org.karlworkbench.verify.psabi;

/** Looks at instruction bytes. */
final class Instructions {
    private Instructions() {}

    /** Whether bytes stand at a place; false beyond the end. */
    static boolean match(byte[] code, int at, int... bytes) {
        if (at < 0 || at + bytes.length > code.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((code[at + i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** A little-endian word. */
    static int little32(byte[] code, int at) {
        return code[at] & 0xff | (code[at + 1] & 0xff) << 8 | (code[at + 2] & 0xff) << 16 | code[at + 3] << 24;
    }

    /** A big-endian word. */
    static int big32(byte[] code, int at) {
        return Integer.reverseBytes(little32(code, at));
    }
}
