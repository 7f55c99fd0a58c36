package org.karlworkbench.linker.machine;

import java.util.OptionalInt;

/**
 * ELF for the Arm 64-bit Architecture (AAELF64), "Relocation types" and "Thread-local storage", for kernels, whose data is
 * all local: offsets of thread-local data are constants.
 */
final class Arm64 implements Machine {
    private static final int NOP = 0xd503201f;
    private static final int MOVZ_HIGH = 0xd2a00000;
    private static final int MOVK_LOW = 0xf2800000;
    private static final int STUB = 16;

    @Override
    public int indirect() {
        return 1032;
    }

    @Override
    public long maxPage() {
        return 0x10000;
    }

    @Override
    public int stubSize() {
        return STUB;
    }

    /** The thread pointer points at 16 bytes of the library's own before the data. */
    @Override
    public long threadPointer(long begin, long end, long align) {
        return begin - (16 + align - 1 & -align);
    }

    @Override
    public OptionalInt merge(int flags, int more) {
        return OptionalInt.of(flags); // no flags are defined
    }

    @Override
    public InstructionField field(byte kind) {
        return Arm64Fields.get(kind);
    }

    @Override
    public boolean take(Site site) {
        switch (site.type()) {
            case 0, 256 -> {} // NONE
            case 257 -> site.field(FieldKind.ABSOLUTE_64);
            case 258 -> site.field(FieldKind.ABSOLUTE_32);
            case 259 -> site.field(FieldKind.ABSOLUTE_16);
            case 260 -> site.field(FieldKind.RELATIVE_64);
            case 261, 314 -> site.field(FieldKind.RELATIVE_32); // PREL32, PLT32
            case 262 -> site.field(FieldKind.RELATIVE_16);
            case 263, 264, 265, 266, 267, 268, 269 -> move(site);
            case 273, 280 -> near(site, Arm64Fields.BRANCH_19); // LD_PREL_LO19, CONDBR19
            case 274 -> near(site, Arm64Fields.ADDRESS_21);
            case 275 -> near(site, Arm64Fields.PAGE_21);
            case 276 -> near(site, Arm64Fields.PAGE_21_CUT);
            case 277 -> site.field(Arm64Fields.LOW_12);
            case 278 -> site.field(Arm64Fields.LOW_12);
            case 279 -> near(site, Arm64Fields.BRANCH_14);
            case 282, 283 -> near(site, Arm64Fields.BRANCH_26); // JUMP26, CALL26
            case 284 -> site.field(Arm64Fields.LOW_12_BY_2);
            case 285 -> site.field(Arm64Fields.LOW_12_BY_4);
            case 286 -> site.field(Arm64Fields.LOW_12_BY_8);
            case 299 -> site.field(Arm64Fields.LOW_12_BY_16);
            case 311 -> site.gotSlot(Arm64Fields.PAGE_21);
            case 312 -> site.gotSlot(Arm64Fields.LOW_12_BY_8);
            case 313 -> site.gotSlot(Arm64Fields.FROM_GOT_PAGE_15);
            case 541, 562 -> highHalf(site); // TLSIE and TLSDESC, the page of the offset
            case 542, 563 -> lowHalf(site); // and the offset
            case 549 -> site.field(Arm64Fields.THREAD_HIGH_12);
            case 550 -> site.field(Arm64Fields.THREAD_LOW_12);
            case 551 -> site.field(Arm64Fields.THREAD_LOW_12_CUT);
            case 564, 569 -> site.put32(NOP); // TLSDESC, the call that is no longer needed
            default -> {
                return false;
            }
        }
        return true;
    }

    /** MOVW_UABS_G0 to G3: 16 bits of an address; the odd ones are cut, the last is whole by itself. */
    private static void move(Site site) {
        int number = site.type() - 263;
        site.field(Arm64Fields.moved(number));
    }

    /** A branch to what nothing defines goes to the next instruction, and an address of it is the code's own. */
    private static void near(Site site, byte kind) {
        if (!site.isUndefined()) {
            site.field(kind);
        } else if (kind == Arm64Fields.BRANCH_26) {
            site.put32(site.get32(0) & 0xfc000000 | 1);
        }
    }

    private static void highHalf(Site site) {
        int register = site.type() == 541 ? site.get32(0) & 0x1f : 0;
        site.put32(MOVZ_HIGH | register);
        site.field(Arm64Fields.THREAD_HIGH_16);
    }

    private static void lowHalf(Site site) {
        int register = site.type() == 542 ? site.get32(0) & 0x1f : 0;
        site.put32(MOVK_LOW | register);
        site.field(Arm64Fields.THREAD_LOW_16);
    }

    @Override
    public int[] stub(Fields fields, int at, int words, int word) {
        fields.add(at, Arm64Fields.PAGE_21, words, word);
        fields.add(at + 4, Arm64Fields.LOW_12_BY_8, words, word);
        fields.add(at + 8, Arm64Fields.LOW_12, words, word);
        return new int[] {0x90000010, 0xf9400211, 0x91000210, 0xd61f0220
        }; // adrp x16; ldr x17, [x16]; add x16, x16; br x17
    }
}
