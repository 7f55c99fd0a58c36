package org.karlworkbench.verify.psabi;

/**
 * RISC-V ABIs Specification, version 1.0, part "ELF", "Relocations" and "Thread Local Storage", 64 bits, for code that is
 * not shortened: the kit has applied what {@code R_RISCV_ALIGN} lets a linker take away. Not computed are the thread-local
 * models for shared objects, which no kernel has.
 */
final class Riscv extends Usual {
    private static final int GOT_HI20 = 20;
    private static final int TLS_GOT_HI20 = 21;
    private static final int PCREL_HI20 = 23;
    private static final int IRELATIVE = 58;

    private static final int AUIPC = 0x17;
    private static final int LUI = 0x37;
    private static final int NOP = 0x13;
    private static final int U_IMMEDIATE = 0xfffff000;
    private static final int I_IMMEDIATE = 0xfff00000;
    private static final int S_IMMEDIATE = 0xfe000f80;
    private static final int B_IMMEDIATE = 0xfe000f80;
    private static final int RS1 = 0x1f << 15;

    @Override
    public boolean apply(int type, Site site) {
        long value = site.s() + site.a();
        switch (type & 0xff) {
            case 0, 32, 43, 51 -> {} // NONE, TPREL_ADD, ALIGN, RELAX: marks
            case 1 -> site.put32(0, value); // 32
            case 2 -> site.putAddress64(target(site)); // 64
            case 16 -> site.insert32(0, B_IMMEDIATE, branch(near(site))); // BRANCH
            case 17 -> site.insert32(0, U_IMMEDIATE, jump(near(site))); // JAL
            case 18, 19 -> call(site); // CALL, CALL_PLT
            case 20 -> site.needSlot(value, 0, 4, Riscv::upperToSlot); // GOT_HI20
            case 21 -> site.needSlot(threadOffset(site), 0, 4, Riscv::upperToSlot); // TLS_GOT_HI20
            case 23 -> upper(site); // PCREL_HI20
            case 24, 25 -> { // PCREL_LO12_I, PCREL_LO12_S
                return lower(site, type >> 8, type & 0xff);
            }
            case 26 -> site.insert32(0, U_IMMEDIATE, high(value)); // HI20
            case 27 -> site.insert32(0, I_IMMEDIATE, loadImmediate(value)); // LO12_I
            case 28 -> site.insert32(0, S_IMMEDIATE, storeImmediate(value)); // LO12_S
            case 29 -> site.insert32(0, U_IMMEDIATE, high(threadOffset(site))); // TPREL_HI20
            case 30 -> site.insert32(0, I_IMMEDIATE, loadImmediate(threadOffset(site))); // TPREL_LO12_I
            case 31 -> site.insert32(0, S_IMMEDIATE, storeImmediate(threadOffset(site))); // TPREL_LO12_S
            case 33 -> site.put8(0, site.get8(0) + value); // ADD8
            case 34 -> site.put16(0, site.get16(0) + value); // ADD16
            case 35 -> site.put32(0, site.get32(0) + value); // ADD32
            case 36 -> site.put64(0, site.get64(0) + value); // ADD64
            case 37 -> site.put8(0, site.get8(0) - value); // SUB8
            case 38 -> site.put16(0, site.get16(0) - value); // SUB16
            case 39 -> site.put32(0, site.get32(0) - value); // SUB32
            case 40 -> site.put64(0, site.get64(0) - value); // SUB64
            case 44 -> insert16(site, 0x1c7c, compressedBranch(near(site))); // RVC_BRANCH
            case 45 -> insert16(site, 0x1ffc, compressedJump(near(site))); // RVC_JUMP
            case 52 -> insert8(site, 0x3f, site.get8(0) - value); // SUB6
            case 53 -> insert8(site, 0x3f, value); // SET6
            case 54 -> site.put8(0, value); // SET8
            case 55 -> site.put16(0, value); // SET16
            case 56 -> site.put32(0, value); // SET32
            case 57 -> site.put32(0, value - site.p()); // 32_PCREL
            default -> {
                return false;
            }
        }
        return true;
    }

    /** S + A; of an indirect function the address of the way that the linker made. */
    private static long target(Site site) {
        long way = site.isIndirect() ? site.found64(0) - site.a() : 0;
        return site.isIndirect() && site.link().jumps(way, site.s()) ? way + site.a() : site.s() + site.a();
    }

    /** S + A - P; nothing is 0 or here, as linkers please. */
    private static long near(Site site) {
        return site.isUndefined() ? site.a() : site.s() + site.a() - site.p();
    }

    /** S relative to the thread pointer, which stands before the data. */
    private static long threadOffset(Site site) {
        return site.threadOffset() + site.a();
    }

    /** {@code auipc} and {@code jalr}; where nothing is called, GNU ld lets {@code jalr} begin at 0. */
    private static void call(Site site) {
        long distance = near(site);
        if (site.isIndirect()) {
            long way = decode(site.found32(0), site.found32(4)) + site.p();
            distance = site.link().jumps(way, site.s()) ? way - site.p() : distance;
        } else if (site.isUndefined() && (site.found32(4) & RS1) == 0) {
            site.insert32(4, RS1, 0);
        }
        site.insert32(0, U_IMMEDIATE, high(distance));
        site.insert32(4, I_IMMEDIATE, loadImmediate(distance));
    }

    private static long decode(int auipc, int jalr) {
        return (auipc & U_IMMEDIATE) + (jalr >> 20);
    }

    /** What {@code auipc} cannot reach, an absolute symbol's address near 0, GNU ld loads by {@code lui}. */
    private static void upper(Site site) {
        long value = site.s() + site.a();
        if (isAbsolute(site)) {
            site.insert32(0, 0x7f, LUI);
            site.insert32(0, U_IMMEDIATE, high(value));
        } else {
            site.insert32(0, U_IMMEDIATE, high(value - site.p()));
        }
    }

    /** Whether the kernel's instruction at P takes a value as it is and not relative to P. */
    private static boolean isAbsolute(Site site) {
        long value = site.s() + site.a();
        return !fits(value - site.p()) && fits(value) && (site.found32(site.origin()) & 0x7f) == LUI;
    }

    private static boolean fits(long value) {
        return value + 0x800 == (int) (value + 0x800);
    }

    private static void upperToSlot(Site site, long slot) {
        site.insert32(0, U_IMMEDIATE, high(slot - site.p()));
    }

    /** The low part of what the relocation at P put there the high part of. */
    private static boolean lower(Site site, int of, int type) {
        boolean load = type == 24;
        long value = site.s() + site.a() - (isAbsolute(site) ? 0 : site.p());
        Site.SlotField field = load ? Riscv::loadFromSlot : Riscv::storeToSlot;
        switch (of) {
            case PCREL_HI20 -> putLow(site, load, value);
            case GOT_HI20 -> site.needSlot(site.s() + site.a(), 0, 4, field);
            case TLS_GOT_HI20 -> site.needSlot(threadOffset(site), 0, 4, field);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void putLow(Site site, boolean load, long value) {
        site.insert32(0, load ? I_IMMEDIATE : S_IMMEDIATE, load ? loadImmediate(value) : storeImmediate(value));
    }

    private static void loadFromSlot(Site site, long slot) {
        putLow(site, true, slot - site.p());
    }

    private static void storeToSlot(Site site, long slot) {
        putLow(site, false, slot - site.p());
    }

    private static int high(long value) {
        return (int) (value + 0x800) & U_IMMEDIATE;
    }

    private static int loadImmediate(long value) {
        return (int) value << 20;
    }

    private static int storeImmediate(long value) {
        return ((int) value & 0xfe0) << 20 | ((int) value & 0x1f) << 7;
    }

    private static int branch(long distance) {
        int d = (int) distance;
        return bit(d, 12) << 31 | (d >> 5 & 0x3f) << 25 | (d >> 1 & 0xf) << 8 | bit(d, 11) << 7;
    }

    private static int jump(long distance) {
        int d = (int) distance;
        return bit(d, 20) << 31 | (d >> 1 & 0x3ff) << 21 | bit(d, 11) << 20 | d & 0xff000;
    }

    /** The offset of {@code c.beqz}: bits 8 4 3, then 7 6 2 1 5. */
    private static int compressedBranch(long distance) {
        int d = (int) distance;
        return bit(d, 8) << 12 | (d >> 3 & 3) << 10 | (d >> 6 & 3) << 5 | (d >> 1 & 3) << 3 | bit(d, 5) << 2;
    }

    /** The offset of {@code c.j}: bits 11 4 9 8 10 6 7 3 2 1 5. */
    private static int compressedJump(long distance) {
        int d = (int) distance;
        return bit(d, 11) << 12
                | bit(d, 4) << 11
                | (d >> 8 & 3) << 9
                | bit(d, 10) << 8
                | bit(d, 6) << 7
                | bit(d, 7) << 6
                | (d >> 1 & 7) << 3
                | bit(d, 5) << 2;
    }

    private static int bit(int value, int number) {
        return value >> number & 1;
    }

    private static void insert16(Site site, int mask, int bits) {
        site.put16(0, site.get16(0) & ~mask | bits & mask);
    }

    private static void insert8(Site site, int mask, long bits) {
        site.put8(0, site.get8(0) & ~mask | bits & mask);
    }

    @Override
    public boolean completes(int type) {
        return type == 24 || type == 25; // PCREL_LO12_I, PCREL_LO12_S
    }

    /** {@code auipc t3; ld t3; jalr t1, t3; nop}. */
    @Override
    public long slot(byte[] code, int at, long address) {
        if (at < 0 || at + stubSize() > code.length) {
            return LinkFacts.UNKNOWN;
        }
        int auipc = Instructions.little32(code, at);
        int load = Instructions.little32(code, at + 4);
        boolean stub = (auipc & 0xfff) == (28 << 7 | AUIPC)
                && (load & 0xfffff) == 0xe3e03
                && Instructions.little32(code, at + 8) == 0xe0367
                && Instructions.little32(code, at + 12) == NOP;
        return stub ? address + decode(auipc, load) : LinkFacts.UNKNOWN;
    }

    @Override
    public int indirectType() {
        return IRELATIVE;
    }

    /** GNU ld begins a {@code .got.plt} with -1, for a dynamic linker. */
    @Override
    public boolean isReserved(long before, long value, LinkFacts link) {
        return value == -1;
    }

    @Override
    public int after(int type, long offset) {
        return switch (type) {
            case 0, 32, 43, 51 -> 0; // NONE, TPREL_ADD, ALIGN, RELAX
            case 33, 37, 52, 53, 54 -> 1; // ADD8, SUB8, SUB6, SET6, SET8
            case 34, 38, 44, 45, 46, 55 -> 2; // ADD16, SUB16, RVC_*, SET16
            case 2, 18, 19, 36, 40 -> 8; // 64, CALL, CALL_PLT, ADD64, SUB64
            default -> 4;
        };
    }
}
