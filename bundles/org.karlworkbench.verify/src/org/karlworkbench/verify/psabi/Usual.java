package org.karlworkbench.verify.psabi;

/** What most ABIs do alike: relocations stand for themselves and have their addends, and kernels stay where they are. */
abstract sealed class Usual implements Psabi permits Alpha, Arm, Arm64, Mips64, Ppc, Ppc64, Riscv, Sh, Sparc64, X86 {
    @Override
    public long implicit(int type, Site site) {
        return 0;
    }

    @Override
    public long lead(int type, Site site) {
        return 0;
    }

    @Override
    public boolean completes(int type) {
        return false;
    }

    @Override
    public long slot(byte[] code, int at, long address) {
        return LinkFacts.UNKNOWN;
    }

    /** The size of code that jumps to where a resolver says, in bytes. */
    int stubSize() {
        return 16;
    }

    @Override
    public int length(byte[] code, int at) {
        return Math.min(stubSize(), code.length - at);
    }

    @Override
    public boolean sumsAddends() {
        return false;
    }

    @Override
    public boolean isWhole(int type) {
        return after(type, 0) == Long.BYTES;
    }

    @Override
    public int indirectType() {
        return -1;
    }

    @Override
    public int relativeType() {
        return -1;
    }

    @Override
    public String pointerName() {
        return "";
    }

    @Override
    public long pointerBias() {
        return 0;
    }

    @Override
    public int gotHeader(long[] words) {
        return 0;
    }

    @Override
    public long gotMark() {
        return 0;
    }

    @Override
    public boolean isReserved(long before, long value, LinkFacts link) {
        return false;
    }

    @Override
    public int before(int type, long offset) {
        return 0;
    }
}
