package org.karlworkbench.layout;

import java.nio.ByteBuffer;
import org.karlworkbench.elf.Elf;

/**
 * A field that holds nothing but an address or a distance, by the psABIs: S + A, S + A - P, or S + A less a base that is
 * the same for all. From such a field and what it counts from follows where its symbol lies.
 *
 * @param size of the word that holds it, in bytes, 4 or 8
 * @param from what it counts from
 * @param mask the bits of the word that are the field's
 * @param shift how many bits of the distance the field leaves out, which are zero
 * @param direct whether it leads to its symbol in any case; a branch may take a detour that the linker made
 */
record PlainField(int size, From from, long mask, int shift, boolean direct) {
    /** What a field counts from. */
    enum From {
        ZERO,
        PLACE,
        /** The GOT, alpha's global pointer, the text segment of hppa. */
        BASE
    }

    /** R_X86_64_32S: as R_X86_64_32, for the upper 2 GiB. */
    private static final int SIGNED = 11;

    /** R_PARISC_PLABEL32: a pointer to a function, which is its address where nothing is linked at run time. */
    private static final int PLABEL = 65;

    private static final PlainField WORD = whole(4, From.ZERO);
    private static final PlainField LONG = whole(8, From.ZERO);
    private static final PlainField WORD_AWAY = whole(4, From.PLACE);
    private static final PlainField LONG_AWAY = whole(8, From.PLACE);
    private static final PlainField WORD_FROM_BASE = whole(4, From.BASE);

    /** R_SPARC_HI22, the upper bits of an address; R_SPARC_LO10 has the others. */
    private static final PlainField UPPER_22 = new PlainField(4, From.ZERO, 0x3fffff, 10, true);

    private static final int SPARC_HI22 = 9;
    private static final int SPARC_LO10 = 12;
    private static final int LOWER_10 = 0x3ff;

    private static final PlainField CALL_32 = branch(0xffffffffL, 0);
    private static final PlainField CALL_30 = branch(0x3fffffff, 2);
    private static final PlainField CALL_26 = branch(0x03ffffff, 2);
    private static final PlainField CALL_24 = branch(0x00ffffff, 2);
    private static final PlainField CALL_24_IN_PLACE = branch(0x03fffffc, 0);

    private static PlainField whole(int size, From from) {
        return new PlainField(size, from, -1, 0, true);
    }

    private static PlainField branch(long mask, int shift) {
        return new PlainField(4, From.PLACE, mask, shift, false);
    }

    /** What a relocation of this type writes, or null if that is something else. */
    static PlainField of(int machine, int type) {
        PlainField word = word(machine, type);
        return word == null ? branch(machine, type) : word;
    }

    private static PlainField word(int machine, int type) {
        return switch (machine) {
            case Elf.EM_X86_64 -> choose(type == SIGNED ? 10 : type, 10, 1, 2, 24);
            case Elf.EM_386 -> type == 9 ? WORD_FROM_BASE : choose(type, 1, -1, 2, -1);
            case Elf.EM_AARCH64 -> choose(type, 258, 257, 261, 260);
            case Elf.EM_ARM -> type == 24 ? WORD_FROM_BASE : choose(type, 2, -1, 3, -1);
            case Elf.EM_RISCV -> choose(type, 1, 2, 57, -1);
            case Elf.EM_MIPS -> choose(type, 2, 18, -1, -1);
            case Elf.EM_PPC -> choose(type, 1, -1, 26, -1);
            case Elf.EM_PPC64 -> choose(type, 1, 38, 26, 44);
            case Elf.EM_SPARCV9 -> type == SPARC_HI22 ? UPPER_22 : choose(type, 3, 32, 6, 46);
            case Elf.EM_ALPHA -> type == 3 ? WORD_FROM_BASE : choose(type, 1, 2, 10, 11);
            case Elf.EM_SH -> type == 166 ? WORD_FROM_BASE : choose(type, 1, -1, 2, -1);
            case Elf.EM_PARISC -> type == 49 ? WORD_FROM_BASE : choose(type == PLABEL ? 1 : type, 1, -1, -1, -1);
            default -> null;
        };
    }

    /** Calls and jumps: PLT32, CALL26 and JUMP26, PC24, CALL and JUMP24, REL24, WDISP30. */
    private static PlainField branch(int machine, int type) {
        return switch (machine) {
            case Elf.EM_X86_64, Elf.EM_386 -> type == 4 ? CALL_32 : null;
            case Elf.EM_AARCH64 -> type == 282 || type == 283 ? CALL_26 : null;
            case Elf.EM_ARM -> type == 1 || type == 28 || type == 29 ? CALL_24 : null;
            case Elf.EM_PPC, Elf.EM_PPC64 -> type == 10 ? CALL_24_IN_PLACE : null;
            case Elf.EM_SPARCV9 -> type == 7 ? CALL_30 : null;
            default -> null;
        };
    }

    /** Whether a machine has fields that count from a base which nothing but they tell. */
    static boolean votesForBase(int machine) {
        return machine == Elf.EM_386 || machine == Elf.EM_ARM || machine == Elf.EM_SH || machine == Elf.EM_ALPHA;
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

    /** Whether this field has only the upper bits, and another of the same symbol and addend the others. */
    boolean isUpper() {
        return this == UPPER_22;
    }

    /** Whether a relocation of this type writes the bits that an upper field leaves out. */
    boolean isLower(int type) {
        return isUpper() && type == SPARC_LO10;
    }

    /** The bits that an upper field leaves out. */
    static long readLower(ByteBuffer bytes, int at) {
        return bytes.getInt(at) & LOWER_10;
    }

    /** The number that a field holds; one of less than eight bytes has a sign. */
    long read(ByteBuffer bytes, int at) {
        if (size == Long.BYTES) {
            return bytes.getLong(at);
        }
        int unused = Integer.numberOfLeadingZeros((int) mask);
        return (long) ((bytes.getInt(at) & (int) mask) << unused >> unused) << shift;
    }
}
