package org.karlworkbench.verify.psabi;

/**
 * The code that linkers make for indirect functions on x86: {@code jmp *slot}, and behind it what fills the entry up, which
 * never runs: an instruction that does nothing (GNU ld), or the push and jump of a lazy entry (lld).
 */
final class X86Stubs {
    private static final int[] ENDBR = {0xf3, 0x0f, 0x1e};
    private static final int LAZY = 16;

    private X86Stubs() {}

    /**
     * Where the jump stands in an entry that is whole.
     *
     * @param code holds the entry
     * @param at where it begins
     * @param address its address
     * @param step what the pushed numbers of two entries differ by
     * @return the offset of the jump's operand, or -1 if this is no such entry
     */
    static int operand(byte[] code, int at, long address, int step) {
        boolean marked = Instructions.match(code, at, ENDBR);
        int jump = marked ? at + 4 : at;
        if (!Instructions.match(code, jump, 0xff, 0x25) || jump + 8 > code.length) {
            return -1;
        }
        boolean whole = marked
                ? Instructions.match(code, jump + 6, 0x66, 0x0f, 0x1f, 0x44, 0x00, 0x00)
                : Instructions.match(code, jump + 6, 0x66, 0x90) || isLazy(code, at, address, step);
        return whole ? jump + 2 : -1;
    }

    /** {@code push number; jmp} to where the section begins, or to address 0 where there is no lazy binding. */
    private static boolean isLazy(byte[] code, int at, long address, int step) {
        return at + LAZY <= code.length
                && at % LAZY == 0
                && Instructions.match(code, at + 6, 0x68)
                && Instructions.little32(code, at + 7) == at / LAZY * step
                && Instructions.match(code, at + 11, 0xe9)
                && isLazyTarget(Instructions.little32(code, at + 12), at, address);
    }

    private static boolean isLazyTarget(int distance, int at, long address) {
        return distance == -at - LAZY || distance == (int) -(address + LAZY);
    }

    /** How long an entry is. */
    static int size(byte[] code, int at) {
        boolean shortest = Instructions.match(code, at, 0xff, 0x25) && Instructions.match(code, at + 6, 0x66, 0x90);
        return shortest ? 8 : LAZY;
    }
}
