package org.karlworkbench.layout;

import java.nio.ByteBuffer;
import org.karlworkbench.elf.Elf;

/**
 * A field that holds nothing but an address or a distance, by the psABIs: S + A, S + A - P, or S + A - GOT. From such a
 * field and what it counts from follows where its symbol lies.
 *
 * @param size in bytes, 4 or 8
 * @param from what it counts from
 */
record PlainField(int size, From from) {
    /** What a field counts from. */
    enum From {
        ZERO,
        PLACE,
        GOT
    }

    /** R_X86_64_32S: as R_X86_64_32, for the upper 2 GiB. */
    private static final int SIGNED = 11;

    private static final PlainField WORD = new PlainField(4, From.ZERO);
    private static final PlainField LONG = new PlainField(8, From.ZERO);
    private static final PlainField WORD_AWAY = new PlainField(4, From.PLACE);
    private static final PlainField LONG_AWAY = new PlainField(8, From.PLACE);
    private static final PlainField WORD_FROM_GOT = new PlainField(4, From.GOT);

    /** What a relocation of this type writes, or null if that is something else. */
    static PlainField of(int machine, int type) {
        return switch (machine) {
            case Elf.EM_X86_64 -> choose(type == SIGNED ? 10 : type, 10, 1, 2, 24);
            case Elf.EM_386 -> type == 9 ? WORD_FROM_GOT : choose(type, 1, -1, 2, -1);
            case Elf.EM_AARCH64 -> choose(type, 258, 257, 261, 260);
            case Elf.EM_ARM -> type == 24 ? WORD_FROM_GOT : choose(type, 2, -1, 3, -1);
            case Elf.EM_RISCV -> choose(type, 1, 2, 57, -1);
            case Elf.EM_MIPS -> choose(type, 2, 18, -1, -1);
            case Elf.EM_PPC -> choose(type, 1, -1, 26, -1);
            case Elf.EM_PPC64 -> choose(type, 1, 38, 26, 44);
            case Elf.EM_SPARCV9 -> choose(type, 3, 32, 6, 46);
            case Elf.EM_ALPHA -> choose(type, 1, 2, 10, 11);
            case Elf.EM_SH -> type == 166 ? WORD_FROM_GOT : choose(type, 1, -1, 2, -1);
            case Elf.EM_PARISC -> choose(type, 1, -1, -1, -1);
            default -> null;
        };
    }

    /** Whether a machine has fields that count from the GOT and are plain. */
    static boolean hasGot(int machine) {
        return machine == Elf.EM_386 || machine == Elf.EM_ARM || machine == Elf.EM_SH;
    }

    private static PlainField choose(int type, int word, int wide, int wordAway, int longAway) {
        if (type == word) {
            return WORD;
        }
        if (type == wide) {
            return LONG;
        }
        return type == wordAway ? WORD_AWAY : type == longAway ? LONG_AWAY : null;
    }

    /** The number that a field holds; one of four bytes has a sign. */
    long read(ByteBuffer bytes, int at) {
        return size == Long.BYTES ? bytes.getLong(at) : bytes.getInt(at);
    }
}
