package org.karlworkbench.linker.machine;

/**
 * How a field is computed and written, whatever the machine calls its relocation. S is the target's address with the
 * addend, P the field's own; all arithmetic is of 64 bits, and what does not fit is refused.
 */
public final class FieldKind {
    /** S, 8 bytes. */
    public static final byte ABSOLUTE_64 = 0;

    /** S, 4 bytes, unsigned. */
    public static final byte UNSIGNED_32 = 1;

    /** S, 4 bytes, with sign. */
    public static final byte SIGNED_32 = 2;

    /** S, 4 bytes, on a machine whose addresses have so many. */
    public static final byte WRAPPED_32 = 3;

    /** S - P, 8 bytes. */
    public static final byte RELATIVE_64 = 4;

    /** S - P, 4 bytes, with sign. */
    public static final byte RELATIVE_32 = 5;

    /** S - P, 4 bytes, on a machine whose addresses have so many. */
    public static final byte RELATIVE_WRAPPED_32 = 6;

    /** S, 2 bytes, with or without sign. */
    public static final byte ABSOLUTE_16 = 7;

    /** S - P, 2 bytes. */
    public static final byte RELATIVE_16 = 8;

    /** S, 1 byte, with or without sign. */
    public static final byte ABSOLUTE_8 = 9;

    /** S - P, 1 byte. */
    public static final byte RELATIVE_8 = 10;

    /** S relative to the thread pointer behind the thread's data, 4 bytes. */
    public static final byte THREAD_32 = 11;

    /** The same, 8 bytes. */
    public static final byte THREAD_64 = 12;

    /** The thread pointer minus S, 4 bytes (i386). */
    public static final byte THREAD_NEGATED_32 = 13;

    /** S, 4 bytes, with or without sign. */
    public static final byte ABSOLUTE_32 = 16;

    /** S - GOT, 8 bytes. */
    public static final byte FROM_GOT_64 = 14;

    /** S - GOT, 4 bytes, on a machine whose addresses have so many. */
    public static final byte FROM_GOT_32 = 15;

    /** What stands there plus S, 8 bytes. */
    public static final byte ADD_64 = 17;

    /** What stands there minus S, 8 bytes. */
    public static final byte SUBTRACT_64 = 18;

    /** The first of the kinds that are fields inside of a machine's instructions. */
    static final byte INSTRUCTION = 32;

    private FieldKind() {}

    /**
     * Whether a kind is a field inside of an instruction, which only its machine knows.
     *
     * @param kind a field's kind
     * @return false for whole numbers
     */
    public static boolean isInstruction(byte kind) {
        return kind >= INSTRUCTION;
    }

    /** The bytes that a field has. */
    static int width(byte kind) {
        return switch (kind) {
            case ABSOLUTE_64, RELATIVE_64, THREAD_64, FROM_GOT_64, ADD_64, SUBTRACT_64 -> Long.BYTES;
            case ABSOLUTE_16, RELATIVE_16 -> Short.BYTES;
            case ABSOLUTE_8, RELATIVE_8 -> Byte.BYTES;
            default -> Integer.BYTES;
        };
    }

    /** What fits, in words for people. */
    static String range(byte kind) {
        return switch (kind) {
            case ABSOLUTE_32 -> "-0x80000000 to 0xffffffff";
            case UNSIGNED_32 -> "0 to 0xffffffff";
            case ABSOLUTE_16 -> "-0x8000 to 0xffff";
            case RELATIVE_16 -> "-0x8000 to 0x7fff";
            case ABSOLUTE_8 -> "-0x80 to 0xff";
            case RELATIVE_8 -> "-0x80 to 0x7f";
            default -> "-0x80000000 to 0x7fffffff";
        };
    }
}
