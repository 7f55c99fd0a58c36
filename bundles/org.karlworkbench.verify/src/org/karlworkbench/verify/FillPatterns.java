package org.karlworkbench.verify;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfHeader;

/**
 * What may stand between two pieces: zeros, the fill of the script's output sections, and in code also the pad word and
 * the linkers' own filling with instructions that do nothing or trap.
 */
final class FillPatterns {
    private static final int WORD = 4;

    private final List<byte[]> anywhere = new ArrayList<>();
    private final List<byte[]> inCode = new ArrayList<>();
    private final boolean x86;

    /**
     * Collects the patterns.
     *
     * @param pad the kit's pad word, negative for none
     * @param script fills that the linker script names, as 32-bit words, most significant byte first
     */
    FillPatterns(ElfHeader header, long pad, List<Integer> script) {
        boolean big = header.order() == ByteOrder.BIG_ENDIAN;
        x86 = header.machine() == Elf.EM_X86_64 || header.machine() == Elf.EM_386;
        anywhere.add(bytes(0, true));
        script.forEach(word -> anywhere.add(bytes(word, true)));
        if (pad >= 0) {
            inCode.add(bytes((int) pad, big));
        }
        for (int word : idle(header.machine())) {
            inCode.add(bytes(word, big));
        }
    }

    /** No-operation and trap instructions that GNU ld and lld fill code with. */
    private static int[] idle(int machine) {
        return switch (machine) {
            case Elf.EM_X86_64, Elf.EM_386 -> new int[] {0x90909090, 0xcccccccc};
            case Elf.EM_AARCH64 -> new int[] {0xd503201f, 0xd4d4d4d4};
            case Elf.EM_ARM -> new int[] {0xe1a00000, 0xe320f000, 0xbf00bf00, 0x46c046c0, 0xd4d4d4d4};
            case Elf.EM_MIPS -> new int[] {0xefefefef, 0x04170001};
            case Elf.EM_PPC, Elf.EM_PPC64 -> new int[] {0x60000000, 0x7fe00008};
            case Elf.EM_RISCV -> new int[] {0x00000013, 0x00010001};
            case Elf.EM_SPARC, Elf.EM_SPARCV9 -> new int[] {0x01000000, 0x91d02001};
            case Elf.EM_ALPHA -> new int[] {0x47ff041f, 0x2ffe0000};
            case Elf.EM_PARISC -> new int[] {0x08000240};
            case Elf.EM_SH -> new int[] {0x00090009};
            default -> new int[0];
        };
    }

    private static byte[] bytes(int word, boolean bigEndian) {
        byte[] bytes = new byte[WORD];
        for (int i = 0; i < WORD; i++) {
            bytes[i] = (byte) (word >>> 8 * (bigEndian ? 3 - i : i));
        }
        return bytes;
    }

    /**
     * Whether bytes are nothing but fill. A pattern begins where the fill begins (GNU ld) or where the address is a
     * multiple of its size (lld, and instructions).
     *
     * @param address the address of the first byte
     * @param code whether they lie between instructions
     */
    boolean explains(byte[] bytes, int from, int to, long address, boolean code) {
        int phase = (int) address & WORD - 1;
        return fills(anywhere, bytes, from, to, phase)
                || code && fills(inCode, bytes, from, to, phase)
                || code && x86 && X86Nops.fill(bytes, from, to);
    }

    private static boolean fills(List<byte[]> words, byte[] bytes, int from, int to, int phase) {
        for (byte[] word : words) {
            if (repeats(word, 0, bytes, from, to) || phase != 0 && repeats(word, phase, bytes, from, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean repeats(byte[] word, int phase, byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != word[i - from + phase & WORD - 1]) {
                return false;
            }
        }
        return true;
    }
}
