package org.karlworkbench.debug;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfHeader;

/**
 * Whether a call ends where a return address points to. Patterns of the machine's call instructions: x86 (Intel SDM, CALL:
 * e8 rel32, ff /2), A64 (BL, BLR), RISC-V (JAL, JALR, C.JALR with link in ra), PowerPC (b and bc with LK, bctrl, blrl).
 *
 * @param machine e_machine
 * @param order the byte order of instructions
 */
record CallSites(int machine, ByteOrder order) {
    static CallSites of(ElfHeader header) {
        boolean little = header.machine() == Elf.EM_AARCH64 || header.machine() == Elf.EM_RISCV;
        return new CallSites(header.machine(), little ? ByteOrder.LITTLE_ENDIAN : header.order());
    }

    /** Whether the machine's calls are known here; of others nothing is said. */
    boolean isKnown() {
        return switch (machine) {
            case Elf.EM_X86_64, Elf.EM_386, Elf.EM_AARCH64, Elf.EM_RISCV, Elf.EM_PPC, Elf.EM_PPC64 -> true;
            default -> false;
        };
    }

    /** Whether the bytes before an offset are a call. */
    boolean endsAt(byte[] code, long end) {
        if (end < 2 || end > code.length) {
            return false;
        }
        int at = (int) end;
        return switch (machine) {
            case Elf.EM_X86_64, Elf.EM_386 -> x86(code, at);
            case Elf.EM_AARCH64 -> at >= 4 && isA64(word(code, at));
            case Elf.EM_RISCV -> riscv(code, at);
            case Elf.EM_PPC, Elf.EM_PPC64 -> at >= 4 && isPowerPc(word(code, at));
            default -> false;
        };
    }

    private int word(byte[] code, int end) {
        return ByteBuffer.wrap(code).order(order).getInt(end - 4);
    }

    private static boolean x86(byte[] code, int end) {
        if (end >= 5 && (code[end - 5] & 0xff) == 0xe8) {
            return true;
        }
        for (int length = 2; length <= Math.min(7, end); length++) {
            if ((code[end - length] & 0xff) == 0xff && length == x86Indirect(code, end - length)) {
                return true;
            }
        }
        return false;
    }

    /** The length of ff /2 by its ModRM and SIB bytes; 0 for another instruction. */
    private static int x86Indirect(byte[] code, int at) {
        int modrm = code[at + 1] & 0xff;
        if ((modrm >> 3 & 7) != 2) {
            return 0;
        }
        int mode = modrm >> 6;
        boolean sib = mode != 3 && (modrm & 7) == 4;
        if (sib && at + 2 >= code.length) {
            return 0;
        }
        boolean wide = mode == 2 || mode == 0 && ((modrm & 7) == 5 || sib && (code[at + 2] & 7) == 5);
        return 2 + (sib ? 1 : 0) + (wide ? 4 : mode == 1 ? 1 : 0);
    }

    private static boolean isA64(int word) {
        return (word & 0xfc000000) == 0x94000000 || (word & 0xfffffc1f) == 0xd63f0000;
    }

    private boolean riscv(byte[] code, int end) {
        int half = code[end - 2] & 0xff | (code[end - 1] & 0xff) << 8;
        boolean compressed = (half & 0xf07f) == 0x9002 && (half & 0x0f80) != 0;
        int word = end >= 4 ? word(code, end) : 0;
        return compressed || (word & 0xfff) == 0x0ef || (word & 0x7fff) == 0x00e7;
    }

    private static boolean isPowerPc(int word) {
        boolean branch = word >>> 26 == 18 || word >>> 26 == 16 || word == 0x4e800421 || word == 0x4e800021;
        return branch && (word & 1) != 0;
    }
}
