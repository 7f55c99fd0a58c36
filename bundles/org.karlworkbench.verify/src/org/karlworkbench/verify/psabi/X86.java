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

    /** An instruction that loads its operand from the GOT becomes the one that holds the operand itself. */
    static void immediateForm(Site site, int opcode) {
        int register = site.get8(-1) >> 3 & 7;
        if (opcode == 0x8b) { // mov $S, register
            site.put8(-2, 0xc7);
            site.put8(-1, 0xc0 | register);
        } else if (opcode == 0x85) { // test $S, register
            site.put8(-2, 0xf7);
            site.put8(-1, 0xc0 | register);
        } else { // add, or, adc, sbb, and, sub, xor, cmp
            site.put8(-2, 0x81);
            site.put8(-1, 0xc0 | register | opcode & 0x38);
        }
    }
}
