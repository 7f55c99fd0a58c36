package org.karlworkbench.verify.psabi;

/**
 * System V ABI, AMD64 Architecture Processor Supplement, version 1.0, table 4.9 and appendix B (optimizing of GOT loads);
 * for thread-local data, "ELF Handling For Thread-Local Storage", section 5.
 */
final class Amd64 extends X86 {
    private static final int REX_B = 1;
    private static final int REX_R = 4;
    private static final int OPERAND_SIZE = 0x66;
    private static final int ADDRESS_SIZE = 0x67;
    private static final int NOP = 0x90;

    @Override
    public boolean apply(int type, Site site) {
        long s = site.s();
        long a = site.a();
        switch (type) {
            case 0 -> {} // NONE
            case 1 -> site.put64(0, target(site)); // 64
            case 2, 4 -> site.put32(0, branch(site)); // PC32, PLT32
            case 10, 11 -> site.put32(0, target(site)); // 32, 32S
            case 12 -> site.put16(0, s + a); // 16
            case 13 -> site.put16(0, s + a - site.p()); // PC16
            case 14 -> site.put8(0, s + a); // 8
            case 15 -> site.put8(0, s + a - site.p()); // PC8
            case 18 -> site.put64(0, threadOffset(site) + a); // TPOFF64
            case 23 -> site.put32(0, threadOffset(site) + a); // TPOFF32
            case 24 -> site.put64(0, s + a - site.p()); // PC64
            case 25 -> site.put64(0, s + a - site.link().got()); // GOTOFF64
            case 26 -> site.put32(0, site.link().got() + a - site.p()); // GOTPC32
            case 29 -> site.put64(0, site.link().got() + a - site.p()); // GOTPC64
            case 9, 41, 42 -> load(site, type); // GOTPCREL, GOTPCRELX, REX_GOTPCRELX
            case 22 -> threadLoad(site); // GOTTPOFF
            case 19 -> generalDynamic(site); // TLSGD
            case 20 -> localDynamic(site); // TLSLD
            case 17 -> site.put64(0, dynamicOffset(site) + a); // DTPOFF64
            case 21 -> site.put32(0, dynamicOffset(site) + a); // DTPOFF32
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The field's own size, and that of an immediate value that stands behind it in the instruction. */
    @Override
    public long lead(int type, Site site) {
        return switch (type) {
            case 2, 4, 9, 41, 42 -> Integer.BYTES + immediate(site); // PC32, PLT32, GOTPCREL, GOTPCRELX, REX_GOTPCRELX
            default -> 0;
        };
    }

    /** The size of the immediate behind a field that is relative to %rip (mod 0, r/m 5); AMD64 manual, volume 3, A.1. */
    private static int immediate(Site site) {
        int modRm = before(site, 1);
        if ((modRm & 0xc7) != 5) {
            return 0;
        }
        int code = before(site, 2);
        boolean test = (modRm & 0x38) < 0x10; // of the group of NOT, NEG and others only TEST has an operand more
        if (before(site, 3) == 0x0f) {
            return code == 0xba || code == 0xa4 || code == 0xac || code == 0xc2 ? 1 : 0;
        }
        return switch (code) {
            case 0x80, 0x83, 0xc0, 0xc1, 0xc6, 0x6b -> 1;
            case 0xf6 -> test ? 1 : 0;
            case 0x81, 0xc7, 0x69 -> wide(site);
            case 0xf7 -> test ? wide(site) : 0;
            default -> 0;
        };
    }

    private static int wide(Site site) {
        int prefix = before(site, 3);
        boolean rex = prefix >> 4 == 4;
        return prefix == OPERAND_SIZE || rex && before(site, 4) == OPERAND_SIZE ? Short.BYTES : Integer.BYTES;
    }

    /** A byte before the field; 0 before the section. */
    private static int before(Site site, int distance) {
        return site.offset() < distance ? 0 : site.get8(-distance);
    }

    /** S + A; of an indirect function the address of the way that the linker made. */
    private static long target(Site site) {
        if (site.isIndirect()) {
            long way = (site.reaches(0, 8) ? site.found32(0) : 0) - site.a();
            return site.link().jumps(way, site.s()) ? way + site.a() : site.s() + site.a();
        }
        return site.s() + site.a();
    }

    /** S + A - P, likewise. */
    private static long branch(Site site) {
        if (site.isIndirect()) {
            long way = site.found32(0) - site.a() + site.p();
            return site.link().jumps(way, site.s()) ? site.found32(0) : site.s() + site.a() - site.p();
        }
        return site.s() + site.a() - site.p();
    }

    /** S relative to the thread pointer, which stands behind the data. */
    private static long threadOffset(Site site) {
        return site.s() - site.link().tls() - site.link().tlsSize();
    }

    /** What stands in fields for a module's own data: such code is always made local in a kernel. */
    private static long dynamicOffset(Site site) {
        return threadOffset(site);
    }

    /** G + GOT + A - P, or the instruction that does without the GOT. */
    private static void load(Site site, int type) {
        int relative = site.found32(0);
        int opcode = site.get8(-2);
        boolean same = site.found8(-2) == opcode && site.found8(-1) == site.get8(-1);
        if (same && site.leads(relative - site.a() + site.p())) {
            site.put32(0, relative);
        } else if (opcode == 0xff) {
            indirectBranch(site);
        } else if (opcode == 0x8b && site.found8(-2) == 0x8d) { // mov becomes lea
            site.put8(-2, 0x8d);
            site.put32(0, site.s() + site.a() - site.p());
        } else {
            immediate(site, opcode, type == 42 || rex(site));
        }
    }

    private static boolean rex(Site site) {
        return site.reaches(-3, 1) && (site.get8(-3) & 0xf0) == 0x40;
    }

    /** {@code call *f@GOTPCREL(%rip)} becomes {@code addr32 call f}, the jump {@code jmp f; nop}. */
    private static void indirectBranch(Site site) {
        if (site.get8(-1) == 0x15) {
            boolean after = site.found8(-2) == 0xe8; // ld can put the filling byte behind the call instead
            site.put8(-2, after ? 0xe8 : ADDRESS_SIZE);
            if (after) {
                site.put32(-1, site.s() - site.p() - 3);
                site.put8(3, NOP);
            } else {
                site.put8(-1, 0xe8);
                site.put32(0, site.s() + site.a() - site.p());
            }
        } else {
            site.put8(-2, 0xe9);
            site.put32(-1, site.s() - site.p() - 3);
            site.put8(3, NOP);
        }
    }

    /** The load of an address becomes the address itself, since a kernel's addresses have 32 bits with their sign. */
    private static void immediate(Site site, int opcode, boolean rex) {
        if (rex) {
            int prefix = site.get8(-3);
            site.put8(-3, prefix & ~REX_R | ((prefix & REX_R) != 0 ? REX_B : 0));
        }
        immediateForm(site, opcode);
        site.put32(0, site.s() + site.a() + 4);
    }

    /** The offset from the GOT, or the offset itself: mov or add of a constant, or lea. */
    private static void threadLoad(Site site) {
        long offset = threadOffset(site) + site.a() + 4;
        int opcode = site.get8(-2);
        boolean same = site.found8(-2) == opcode && site.found8(-1) == site.get8(-1);
        if (same && site.link().holds(site.found32(0) - site.a() + site.p(), offset)) {
            site.put32(0, site.found32(0));
            return;
        }
        int register = site.get8(-1) >> 3 & 7;
        boolean high = rex(site) && (site.get8(-3) & REX_R) != 0;
        if (opcode == 0x03 && site.found8(-2) == 0x8d) { // lea S(register), register
            putRex(site, high ? REX_R | REX_B : 0);
            site.put8(-2, 0x8d);
            site.put8(-1, 0x80 | register | register << 3);
        } else {
            putRex(site, high ? REX_B : 0);
            site.put8(-2, opcode == 0x8b ? 0xc7 : 0x81);
            site.put8(-1, 0xc0 | register);
        }
        site.put32(0, offset);
    }

    private static void putRex(Site site, int bits) {
        if (rex(site)) {
            site.put8(-3, site.get8(-3) & ~(REX_R | REX_B) | bits);
        }
    }

    /** The call for an address becomes {@code mov %fs:0,%rax; lea S(%rax),%rax}. */
    private static void generalDynamic(Site site) {
        put(site, -4, 0x64, 0x48, 0x8b, 0x04, 0x25, 0, 0, 0, 0, 0x48, 0x8d, 0x80);
        site.put32(8, threadOffset(site));
        site.consumeNext();
    }

    /** The call for the module's data becomes {@code mov %fs:0,%rax}, with prefixes that fill. */
    private static void localDynamic(Site site) {
        boolean indirect = site.get8(4) == 0xff; // a call through the GOT is one byte longer
        if (indirect) {
            put(site, -3, 0x66, 0x66, 0x66, 0x66, 0x64, 0x48, 0x8b, 0x04, 0x25, 0, 0, 0, 0);
        } else {
            put(site, -3, 0x66, 0x66, 0x66, 0x64, 0x48, 0x8b, 0x04, 0x25, 0, 0, 0, 0);
        }
        site.consumeNext();
    }

    @Override
    public int indirectType() {
        return 37;
    }

    @Override
    public long slot(byte[] code, int at, long address) {
        int operand = X86Stubs.operand(code, at, address, 1);
        return operand < 0 ? LinkFacts.UNKNOWN : address + (operand - at) + 4 + Instructions.little32(code, operand);
    }

    private static void put(Site site, int distance, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            site.put8(distance + i, bytes[i]);
        }
    }

    @Override
    public int before(int type, long offset) {
        return switch (type) {
            case 41 -> 2; // GOTPCRELX: opcode and ModRM
            case 9, 20, 22, 34, 42 -> 3; // GOTPCREL, TLSLD, GOTTPOFF, GOTPC32_TLSDESC, REX_GOTPCRELX: REX too
            case 19 -> 4; // TLSGD: a prefix before the REX
            case 43, 44, 45 -> 4; // CODE_4_*: REX2
            case 46, 47, 48 -> 5; // CODE_5_*
            case 49, 50, 51 -> 6; // CODE_6_*: EVEX
            default -> 0;
        };
    }

    @Override
    public int after(int type, long offset) {
        return switch (type) {
            case 0 -> 0; // NONE
            case 14, 15 -> 1; // 8, PC8
            case 12, 13, 35 -> 2; // 16, PC16, TLSDESC_CALL: the call itself
            case 1, 6, 7, 8, 16, 17, 18, 24, 25, 27, 28, 29, 30, 31, 33, 37, 38 -> 8; // 64-bit words
            case 36 -> 16; // TLSDESC
            case 19 -> 12; // TLSGD: with the call of __tls_get_addr after it
            case 20 -> 10; // TLSLD: likewise
            default -> 4;
        };
    }
}
