package org.karlworkbench.linker.machine;

import java.util.OptionalInt;

/** What x86 kernels of 32 and 64 bits have in common. */
abstract sealed class X86 implements Machine permits X8664, I386 {
    /** A jump through a word, and an instruction of two bytes that does nothing. */
    private static final int STUB = 8;

    @Override
    public long maxPage() {
        return 0x1000;
    }

    /** {@code int3}. */
    @Override
    public byte trap() {
        return (byte) 0xcc;
    }

    @Override
    public int stubSize() {
        return STUB;
    }

    /** The thread pointer points behind the data. */
    @Override
    public long threadPointer(long begin, long end, long align) {
        return begin + (end - begin + align - 1 & -align);
    }

    @Override
    public int[] stub(Fields fields, int at, int words, int word) {
        jumpThrough(fields, at + 2, words, word);
        return new int[] {0x25ff, 0x90660000};
    }

    @Override
    public OptionalInt merge(int flags, int more) {
        return OptionalInt.of(flags);
    }

    /** Adds the field of a jump through a word. */
    abstract void jumpThrough(Fields fields, int at, int words, int word);
}
