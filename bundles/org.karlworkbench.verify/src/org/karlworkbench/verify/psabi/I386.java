package org.karlworkbench.verify.psabi;

/**
 * System V ABI, Intel386 Architecture Processor Supplement, version 1.0, table 4.9 and appendix A (optimizing of GOT
 * loads); for thread-local data, "ELF Handling For Thread-Local Storage", section 5. Fields hold their addends.
 */
final class I386 extends X86 {
    private static final int ADDRESS_SIZE = 0x67;
    private static final int NOP = 0x90;
    private static final int NO_BASE = 0x05;

    @Override
    public boolean apply(int type, Site site) {
        switch (type) {
            case 0 -> {} // NONE
            case 1 -> site.put32(0, target(site)); // 32
            case 2, 4 -> site.put32(0, branch(site)); // PC32, PLT32
            case 9 -> site.put32(0, target(site) - site.link().got()); // GOTOFF
            case 10 -> site.put32(0, site.link().got() + site.a() - site.p()); // GOTPC
            case 20 -> site.put16(0, site.s() + site.a()); // 16
            case 21 -> site.put16(0, site.s() + site.a() - site.p()); // PC16
            case 22 -> site.put8(0, site.s() + site.a()); // 8
            case 23 -> site.put8(0, site.s() + site.a() - site.p()); // PC8
            case 3, 43 -> load(site); // GOT32, GOT32X
            case 15, 16 -> threadLoad(site, type == 15); // TLS_IE, TLS_GOTIE
            case 17 -> site.put32(0, threadOffset(site) + site.a()); // TLS_LE
            case 34 -> site.put32(0, site.a() - threadOffset(site)); // TLS_LE_32
            case 18 -> generalDynamic(site); // TLS_GD
            case 19 -> localDynamic(site); // TLS_LDM
            case 32 -> site.put32(0, threadOffset(site) + site.a()); // TLS_LDO_32
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public long implicit(int type, Site site) {
        return switch (type) {
            case 0 -> 0; // NONE
            case 20, 21 -> site.get16(0); // 16, PC16
            case 22, 23 -> site.get8(0); // 8, PC8
            default -> site.get32(0);
        };
    }

    @Override
    public long lead(int type, Site site) {
        return type == 2 || type == 4 ? Integer.BYTES : 0; // PC32, PLT32
    }

    private static long target(Site site) {
        if (site.isIndirect()) {
            long way = site.found32(0) - site.a() & 0xffffffffL;
            return site.link().jumps(way, site.s()) ? way + site.a() : site.s() + site.a();
        }
        return site.s() + site.a();
    }

    private static long branch(Site site) {
        if (site.isIndirect()) {
            long way = site.found32(0) - site.a() + site.p() & 0xffffffffL;
            return site.link().jumps(way, site.s()) ? site.found32(0) : site.s() + site.a() - site.p();
        }
        return site.s() + site.a() - site.p();
    }

    /** S relative to the thread pointer, which stands behind the data. */
    private static long threadOffset(Site site) {
        return site.s() - site.link().tls() - site.link().tlsSize();
    }

    /** G + A, from the GOT or, where no register holds its address, the word's own; or the instruction without it. */
    private static void load(Site site) {
        boolean baseless = (site.get8(-1) & 0xc7) == NO_BASE;
        long base = baseless ? 0 : site.link().got();
        boolean same = site.found8(-2) == site.get8(-2) && site.found8(-1) == site.get8(-1);
        if (same && site.leads(site.found32(0) - site.a() + base & 0xffffffffL)) {
            site.put32(0, site.found32(0));
        } else if (site.get8(-2) == 0xff) {
            indirectBranch(site);
        } else if (site.get8(-2) == 0x8b && site.found8(-2) == 0x8d) { // mov becomes lea
            site.put8(-2, 0x8d);
            site.put32(0, site.s() + site.a() - site.link().got());
        } else {
            immediate(site);
        }
    }

    private static void indirectBranch(Site site) {
        boolean call = (site.get8(-1) & 0x38) == 0x10;
        boolean before = call && site.found8(-2) == ADDRESS_SIZE;
        if (before) {
            site.put8(-2, ADDRESS_SIZE);
            site.put8(-1, 0xe8);
            site.put32(0, site.s() - site.p() - 4);
        } else {
            site.put8(-2, call ? 0xe8 : 0xe9);
            site.put32(-1, site.s() - site.p() - 3);
            site.put8(3, NOP);
        }
    }

    private static void immediate(Site site) {
        immediateForm(site, site.get8(-2));
        site.put32(0, site.s() + site.a());
    }

    /** The offset from the GOT, or the offset itself. */
    private static void threadLoad(Site site, boolean absolute) {
        long offset = threadOffset(site) + site.a();
        long base = absolute ? 0 : site.link().got();
        boolean same = site.found8(-2) == site.get8(-2) && site.found8(-1) == site.get8(-1);
        if (same && site.link().holds(site.found32(0) - site.a() + base & 0xffffffffL, offset)) {
            site.put32(0, site.found32(0));
            return;
        }
        int register = site.get8(-1) >> 3 & 7;
        if (absolute && site.get8(-1) == 0xa1) { // the short form that loads %eax
            site.put8(-1, 0xb8);
        } else if (site.get8(-2) == 0x8b) { // mov $S, register
            site.put8(-2, 0xc7);
            site.put8(-1, 0xc0 | register);
        } else if (site.found8(-2) == 0x8d) { // lea S(register), register
            site.put8(-2, 0x8d);
            site.put8(-1, 0x80 | register | register << 3);
        } else { // add $S, register
            site.put8(-2, 0x81);
            site.put8(-1, 0xc0 | register);
        }
        site.put32(0, offset);
    }

    /** The call for an address becomes {@code mov %gs:0,%eax; sub or add of the offset}. */
    private static void generalDynamic(Site site) {
        int from = site.get8(-2) == 0x04 ? -3 : -2; // lea x(,%ebx,1) has one byte more than lea x(%ebx)
        put(site, from, 0x65, 0xa1, 0, 0, 0, 0);
        boolean subtracts = site.found8(from + 7) == 0xe8;
        site.put8(from + 6, 0x81);
        site.put8(from + 7, subtracts ? 0xe8 : 0xc0);
        site.put32(from + 8, subtracts ? -threadOffset(site) : threadOffset(site));
        site.consumeNext();
    }

    /** The call for the module's data becomes {@code mov %gs:0,%eax}, and instructions that do nothing. */
    private static void localDynamic(Site site) {
        put(site, -2, 0x65, 0xa1, 0, 0, 0, 0);
        if (site.found8(4) == NOP) {
            put(site, 4, NOP, 0x8d, 0x74, 0x26, 0);
        } else {
            put(site, 4, 0x8d, 0x74, 0x26, 0);
        }
        site.consumeNext();
    }

    private static void put(Site site, int distance, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            site.put8(distance + i, bytes[i]);
        }
    }

    @Override
    public long slot(byte[] code, int at, long address) {
        int operand = X86Stubs.operand(code, at, address, 8);
        return operand < 0 ? LinkFacts.UNKNOWN : Instructions.little32(code, operand) & 0xffffffffL;
    }

    @Override
    public int indirectType() {
        return 42;
    }

    @Override
    public int before(int type, long offset) {
        return switch (type) {
            case 3, 15, 16, 19, 33, 39, 43 -> 2; // GOT32, TLS_IE, TLS_GOTIE, TLS_LDM, TLS_IE_32, GOTDESC, GOT32X
            case 18 -> 3; // TLS_GD
            default -> 0;
        };
    }

    @Override
    public int after(int type, long offset) {
        return switch (type) {
            case 0 -> 0; // NONE
            case 22, 23 -> 1; // 8, PC8
            case 20, 21, 40 -> 2; // 16, PC16, TLS_DESC_CALL
            case 41 -> 8; // TLS_DESC
            case 18, 19 -> 10; // TLS_GD, TLS_LDM: with the call of ___tls_get_addr after it
            default -> 4;
        };
    }
}
