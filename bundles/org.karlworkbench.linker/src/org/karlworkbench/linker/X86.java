package org.karlworkbench.linker;

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
    public void stub(Fields fields, byte[] arena, int content, int at, int words, int word) {
        byte[] code = {(byte) 0xff, 0x25, 0, 0, 0, 0, 0x66, (byte) 0x90};
        System.arraycopy(code, 0, arena, content + at, code.length);
        jumpThrough(fields, at + 2, words, word);
    }

    /** Adds the field of a jump through a word. */
    abstract void jumpThrough(Fields fields, int at, int words, int word);
}
