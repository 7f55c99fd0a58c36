package org.karlworkbench.verify;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfHeader;

/**
 * What may stand between two pieces: zeros, the fill of the script's output sections, the pad word, the linkers' own
 * filling of code with instructions that do nothing or trap.
 */
final class FillPatterns {
    private final List<byte[]> words = new ArrayList<>();
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
        add(0, true);
        add(0xcccccccc, true);
        add(0xd4d4d4d4, true);
        add(0xefefefef, true);
        if (pad >= 0) {
            add((int) pad, big);
        }
        script.forEach(word -> add(word, true));
        for (int word : idle(header.machine())) {
            add(word, big);
        }
    }

    /** No-operation and trap instructions that GNU ld and lld fill code with. */
    private static int[] idle(int machine) {
        return switch (machine) {
            case Elf.EM_X86_64, Elf.EM_386 -> new int[] {0x90909090};
            case Elf.EM_AARCH64 -> new int[] {0xd503201f};
            case Elf.EM_ARM -> new int[] {0xe1a00000, 0xe320f000, 0xbf00bf00, 0x46c046c0};
            case Elf.EM_PPC, Elf.EM_PPC64 -> new int[] {0x60000000, 0x7fe00008};
            case Elf.EM_RISCV -> new int[] {0x00000013, 0x00010001};
            case Elf.EM_SPARC, Elf.EM_SPARCV9 -> new int[] {0x01000000, 0x91d02001};
            case Elf.EM_ALPHA -> new int[] {0x47ff041f, 0x2ffe0000};
            case Elf.EM_PARISC -> new int[] {0x08000240};
            case Elf.EM_SH -> new int[] {0x00090009};
            default -> new int[0];
        };
    }

    private void add(int word, boolean bigEndian) {
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            bytes[i] = (byte) (word >>> 8 * (bigEndian ? 3 - i : i));
        }
        words.add(bytes);
    }

    /** Whether bytes are nothing but fill. A pattern may begin at any of its bytes: linkers disagree about its phase. */
    boolean explains(byte[] bytes, int from, int to, boolean code) {
        for (byte[] word : words) {
            for (int phase = 0; phase < word.length; phase++) {
                if (repeats(word, phase, bytes, from, to)) {
                    return true;
                }
            }
        }
        return x86 && code && X86Nops.fill(bytes, from, to);
    }

    private static boolean repeats(byte[] word, int phase, byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != word[i - from + phase & 3]) {
                return false;
            }
        }
        return true;
    }
}
