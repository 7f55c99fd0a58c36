package org.karlworkbench.layout;

import java.nio.ByteBuffer;
import org.karlworkbench.elf.Elf;

/**
 * A field that holds nothing but an address or a distance, by the psABIs: S + A, S + A - P or its page, or S + A less a base that is
 * the same for all; or that of a word in the GOT which holds S + A. From such a field and what it counts from follows where
 * its symbol lies.
 *
 * @param size of the word that holds it, in bytes, 2, 4 or 8
 * @param from what it counts from
 * @param mask the bits of the word that are the field's
 * @param shift how many bits of the distance the field leaves out; they are zero, or in the lower half
 * @param leads how it leads to its symbol: straight, by a word of the GOT, or perhaps by a detour
 * @param lower the field that has the bits which this one leaves out; null if they are zero
 */
record PlainField(int size, From from, long mask, int shift, Leads leads, LowerHalf lower) {
    /** What a field counts from. */
    enum From {
        ZERO,
        PLACE,
        /** The page of 4 KiB in which it stands. */
        PAGE,
        /** The GOT, alpha's global pointer, the text segment of hppa. */
        BASE
    }

    /** How a field leads to its symbol. */
    enum Leads {
        STRAIGHT,
        /** Its distance is that of a word which holds the address. */
        BY_WORD,
        /** A branch, which may take a detour that the linker made. */
        PERHAPS
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

    /** R_SPARC_HI22 with R_SPARC_LO10. */
    private static final PlainField UPPER_22 =
            new PlainField(4, From.ZERO, 0x3fffff, 10, Leads.STRAIGHT, new LowerHalf(12, 4, 0x3ff, false));

    /** R_PPC_ADDR16_HI and _HA with R_PPC_ADDR16_LO. */
    private static final PlainField PPC_HI = upper(From.ZERO, new LowerHalf(4, 2, 0xffff, false));

    private static final PlainField PPC_HA = upper(From.ZERO, new LowerHalf(4, 2, 0xffff, true));

    /** R_PPC_REL16_HA with R_PPC_REL16_LO. */
    private static final PlainField PPC_HA_AWAY = upper(From.PLACE, new LowerHalf(250, 2, 0xffff, true));

    /** The two parts of the number in ADRP, the lower bits above the others. */
    private static final long OF_ADRP = 0x60ffffe0L;

    /** R_AARCH64_ADR_PREL_PG_HI21 with R_AARCH64_ADD_ABS_LO12_NC. */
    private static final PlainField PAGES =
            new PlainField(4, From.PAGE, OF_ADRP, 12, Leads.STRAIGHT, new LowerHalf(277, 4, 0x3ffc00, false));

    /** R_ALPHA_GPRELHIGH with R_ALPHA_GPRELLOW; the displacement of an instruction is its first half. */
    private static final PlainField ALPHA_HIGH = upper(From.BASE, new LowerHalf(18, 2, 0xffff, true));

    /** R_ALPHA_GPREL16. */
    private static final PlainField HALF_FROM_BASE = half(Leads.STRAIGHT);

    /** R_PPC_GOT16, R_ALPHA_LITERAL. */
    private static final PlainField WORD_OF_GOT = half(Leads.BY_WORD);

    private static final PlainField CALL_32 = branch(0xffffffffL, 0);
    private static final PlainField CALL_30 = branch(0x3fffffff, 2);
    private static final PlainField CALL_26 = branch(0x03ffffff, 2);
    private static final PlainField CALL_24 = branch(0x00ffffff, 2);
    private static final PlainField CALL_24_IN_PLACE = branch(0x03fffffc, 0);

    private static PlainField whole(int size, From from) {
        return new PlainField(size, from, -1, 0, Leads.STRAIGHT, null);
    }

    private static PlainField branch(long mask, int shift) {
        return new PlainField(4, From.PLACE, mask, shift, Leads.PERHAPS, null);
    }

    /** The upper half of 32 bits. */
    private static PlainField upper(From from, LowerHalf lower) {
        return new PlainField(2, from, 0xffff, 16, Leads.STRAIGHT, lower);
    }

    private static PlainField half(Leads leads) {
        return new PlainField(2, From.BASE, 0xffff, 0, leads, null);
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
            case Elf.EM_AARCH64 -> type == 275 ? PAGES : choose(type, 258, 257, 261, 260);
            case Elf.EM_ARM -> type == 24 ? WORD_FROM_BASE : choose(type, 2, -1, 3, -1);
            case Elf.EM_RISCV -> choose(type, 1, 2, 57, -1);
            case Elf.EM_MIPS -> choose(type, 2, 18, -1, -1);
            case Elf.EM_PPC -> power(type);
            case Elf.EM_PPC64 -> choose(type, 1, 38, 26, 44);
            case Elf.EM_SPARCV9 -> type == 9 ? UPPER_22 : choose(type, 3, 32, 6, 46);
            case Elf.EM_ALPHA -> alpha(type);
            case Elf.EM_SH -> type == 166 ? WORD_FROM_BASE : choose(type, 1, -1, 2, -1);
            case Elf.EM_PARISC -> type == 49 ? WORD_FROM_BASE : choose(type == PLABEL ? 1 : type, 1, -1, -1, -1);
            default -> null;
        };
    }

    private static PlainField power(int type) {
        return switch (type) {
            case 5 -> PPC_HI;
            case 6 -> PPC_HA;
            case 14 -> WORD_OF_GOT;
            case 252 -> PPC_HA_AWAY;
            default -> choose(type, 1, -1, 26, -1);
        };
    }

    private static PlainField alpha(int type) {
        return switch (type) {
            case 3 -> WORD_FROM_BASE;
            case 4 -> WORD_OF_GOT;
            case 17 -> ALPHA_HIGH;
            case 19 -> HALF_FROM_BASE;
            default -> choose(type, 1, 2, 10, 11);
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
        return switch (machine) {
            case Elf.EM_386, Elf.EM_ARM, Elf.EM_SH, Elf.EM_ALPHA, Elf.EM_PPC -> true;
            default -> false;
        };
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

    /** Whether the field leads to its symbol in any case, so that another place of that would be wrong. */
    boolean direct() {
        return leads != Leads.PERHAPS;
    }

    /** How many bytes of a piece are right if the field is; the two halves of an address make one word. */
    int bytes() {
        return lower == null ? size : Integer.BYTES;
    }

    /** The number that a field holds, without its lower half; one of less than eight bytes has a sign. */
    long read(ByteBuffer bytes, int at) {
        return switch (size) {
            case Long.BYTES -> bytes.getLong(at);
            case Integer.BYTES -> signed(bytes.getInt(at));
            default -> signed(bytes.getShort(at));
        };
    }

    /** Whether a linker has put another instruction in the place of the compiler's ADRP. */
    boolean isShortened(ByteBuffer own, int at, ByteBuffer found, int foundAt) {
        return mask == OF_ADRP && ((own.getInt(at) ^ found.getInt(foundAt)) & ~OF_ADRP) != 0;
    }

    /** The number of 21 bits in ADRP and ADR. */
    static long ofTwoParts(int instruction) {
        int number = (instruction >> 5 & 0x7ffff) << 2 | instruction >> 29 & 3;
        return number << 11 >> 11;
    }

    private long signed(int word) {
        if (mask == OF_ADRP) {
            return ofTwoParts(word) << shift;
        }
        int unused = Integer.numberOfLeadingZeros((int) mask);
        return (long) ((word & (int) mask) << unused >> unused) << shift;
    }
}
