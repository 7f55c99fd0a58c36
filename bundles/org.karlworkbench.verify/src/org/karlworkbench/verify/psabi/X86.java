package org.karlworkbench.verify.psabi;

/** What 32 and 64 bits of x86 do alike: instructions hold whole distances, and linkers make the same stubs. */
abstract sealed class X86 extends Usual permits Amd64, I386 {
    @Override
    public final boolean isWhole(int type) {
        return after(type, 0) >= Integer.BYTES;
    }

    @Override
    public final int length(byte[] code, int at) {
        return X86Stubs.size(code, at);
    }
}
