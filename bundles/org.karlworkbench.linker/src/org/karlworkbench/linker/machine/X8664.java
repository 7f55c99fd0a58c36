package org.karlworkbench.linker.machine;

import java.util.Arrays;

/**
 * System V ABI, AMD64 Architecture Processor Supplement, version 1.0, table 4.9 and appendix B (optimizing of GOT loads);
 * "ELF Handling For Thread-Local Storage", section 5, for data that is local in a kernel.
 */
final class X8664 extends X86 {
    private static final int REX_R = 4;

    @Override
    public int indirect() {
        return 37;
    }

    @Override
    public long implicit(Site site) {
        boolean wide = site.type() == 1 || site.type() == 24;
        if (!site.reaches(0, wide ? Long.BYTES : Integer.BYTES)) {
            return 0;
        }
        return wide ? site.get64(0) : site.get32(0);
    }

    @Override
    public boolean take(Site site) {
        switch (site.type()) {
            case 0 -> {} // NONE
            case 1 -> site.field(FieldKind.ABSOLUTE_64);
            case 2, 4 -> site.field(FieldKind.RELATIVE_32); // PC32, PLT32
            case 9 -> site.gotSlot(FieldKind.RELATIVE_32); // GOTPCREL
            case 10 -> site.field(FieldKind.UNSIGNED_32);
            case 11 -> site.field(FieldKind.SIGNED_32);
            case 12 -> site.field(FieldKind.ABSOLUTE_16);
            case 13 -> site.field(FieldKind.RELATIVE_16);
            case 14 -> site.field(FieldKind.ABSOLUTE_8);
            case 15 -> site.field(FieldKind.RELATIVE_8);
            case 17, 18 -> site.field(FieldKind.THREAD_64); // DTPOFF64, TPOFF64
            case 19 -> generalDynamic(site);
            case 20 -> localDynamic(site);
            case 21, 23 -> site.field(FieldKind.THREAD_32); // DTPOFF32, TPOFF32
            case 22 -> initialExec(site);
            case 24 -> site.field(FieldKind.RELATIVE_64);
            case 25 -> {
                site.needGot();
                site.field(FieldKind.FROM_GOT_64);
            }
            case 26 -> site.gotBase(FieldKind.RELATIVE_32); // GOTPC32
            case 29 -> site.gotBase(FieldKind.RELATIVE_64); // GOTPC64
            case 41, 42 -> gotLoad(site); // GOTPCRELX, REX_GOTPCRELX
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The address itself instead of a load of it, where the instruction has such a form. */
    private static void gotLoad(Site site) {
        boolean rex = site.type() == 42 && site.reaches(-3, 4);
        int opcode = site.reaches(-2, 4) ? site.get8(-2) : 0;
        int operand = site.reaches(-2, 4) ? site.get8(-1) : 0;
        if (site.isConstant()) {
            site.gotSlot(FieldKind.RELATIVE_32);
        } else if (opcode == 0x8b) {
            site.put8(-2, 0x8d);
            site.field(FieldKind.RELATIVE_32);
        } else if (opcode == 0xff && operand == 0x15) { // call, with a prefix that fills
            site.put(-2, 0x67, 0xe8);
            site.field(FieldKind.RELATIVE_32);
        } else if (opcode == 0xff && operand == 0x25) { // jmp, with a nop behind it
            site.put8(-2, 0xe9);
            site.put8(3, 0x90);
            site.field(FieldKind.RELATIVE_32, -1, site.addend());
        } else if (opcode == 0x85 || (opcode & 0xc7) == 0x03) {
            immediate(site, opcode, operand >> 3 & 7, rex);
        } else {
            site.gotSlot(FieldKind.RELATIVE_32);
        }
    }

    /** {@code test} and the binary operations, with the address as a constant of 32 bits. */
    private static void immediate(Site site, int opcode, int register, boolean rex) {
        if (rex) {
            int prefix = site.get8(-3);
            site.put8(-3, prefix & ~REX_R | (prefix & REX_R) >> 2);
        }
        site.put8(-2, opcode == 0x85 ? 0xf7 : 0x81);
        site.put8(-1, 0xc0 | register | (opcode == 0x85 ? 0 : opcode & 0x38));
        site.field(FieldKind.SIGNED_32, 0, site.addend() + 4);
    }

    /** The call for an address becomes {@code mov %fs:0,%rax; lea S(%rax),%rax}. */
    private static void generalDynamic(Site site) {
        if (site.reaches(-4, 12)) {
            site.put(-4, 0x64, 0x48, 0x8b, 0x04, 0x25, 0, 0, 0, 0, 0x48, 0x8d, 0x80);
            site.field(FieldKind.THREAD_32, 8, site.addend() + 4);
            site.consumeNext();
        }
    }

    /** The call for the module's data becomes {@code mov %fs:0,%rax}, with prefixes that fill. */
    private static void localDynamic(Site site) {
        if (site.reaches(-3, 10)) {
            boolean indirect = site.get8(4) == 0xff; // a call through the GOT is one byte longer
            int[] code = {0x66, 0x66, 0x66, 0x66, 0x64, 0x48, 0x8b, 0x04, 0x25, 0, 0, 0, 0};
            site.put(-3, indirect ? code : Arrays.copyOfRange(code, 1, code.length));
            site.consumeNext();
        }
    }

    /** The load of an offset becomes the offset. */
    private static void initialExec(Site site) {
        int opcode = site.get8(-2);
        int register = site.get8(-1) >> 3 & 7;
        boolean high = (site.get8(-3) & REX_R) != 0;
        if (opcode == 0x8b) {
            site.put(-3, high ? 0x49 : 0x48, 0xc7, 0xc0 | register);
        } else if (register == 4) { // %rsp and %r12 have no lea of that form
            site.put(-3, high ? 0x49 : 0x48, 0x81, 0xc4);
        } else {
            site.put(-3, high ? 0x4d : 0x48, 0x8d, 0x80 | register | register << 3);
        }
        site.field(FieldKind.THREAD_32, 0, site.addend() + 4);
    }

    @Override
    void jumpThrough(Fields fields, int at, int words, int word) {
        fields.add(at, FieldKind.RELATIVE_32, words, word - 4L);
    }
}
