package org.karlworkbench.linker.machine;

/**
 * A field inside of an instruction, which keeps its other bits: what it is relative to, which part of that it holds, what
 * must not be lost, and where it is.
 *
 * @param origin what it is relative to
 * @param round what is added first
 * @param shift how many low bits are left out then
 * @param bits how many bits of the rest there is room for
 * @param fit what is refused
 * @param unit what the value has to be a multiple of
 * @param width the instruction's bytes: 1, 2 or 4
 * @param placing puts the part into the instruction
 */
public record InstructionField(
        Origin origin, long round, int shift, int bits, Fit fit, int unit, int width, Placing placing) {

    /** Puts the low bits of a value into an instruction. */
    interface Placing {
        int place(int code, int value);
    }

    /** Which values fit. */
    enum Fit {
        /** All; what is above the bits is for another instruction. */
        ALL,
        SIGNED,
        UNSIGNED,
        /** With or without sign. */
        EITHER
    }

    /** A field of the low bits of S that lie together, nothing refused. */
    static InstructionField at(int lowest, int bits) {
        int mask = (int) ((1L << bits) - 1) << lowest;
        return scattered(bits, (code, value) -> code & ~mask | value << lowest & mask);
    }

    /** The same for bits that do not lie together. */
    static InstructionField scattered(int bits, Placing placing) {
        return new InstructionField(Origin.NOTHING, 0, 0, bits, Fit.ALL, 1, Integer.BYTES, placing);
    }

    InstructionField from(Origin other) {
        return new InstructionField(other, round, shift, bits, fit, unit, width, placing);
    }

    /** S - P. */
    InstructionField relative() {
        return from(Origin.PLACE);
    }

    /** Without so many low bits. */
    InstructionField right(int low) {
        return new InstructionField(origin, round, low, bits, fit, unit, width, placing);
    }

    /** Without so many low bits, as the high part of a sum whose low part has a sign. */
    InstructionField rounded(int low) {
        return new InstructionField(origin, 1L << low - 1, low, bits, fit, unit, width, placing);
    }

    /** With a number added before bits are left out. */
    InstructionField plus(long more) {
        return new InstructionField(origin, more, shift, bits, fit, unit, width, placing);
    }

    InstructionField fit(Fit other) {
        return new InstructionField(origin, round, shift, bits, other, unit, width, placing);
    }

    InstructionField signed() {
        return fit(Fit.SIGNED);
    }

    InstructionField unsigned() {
        return fit(Fit.UNSIGNED);
    }

    InstructionField unit(int multiple) {
        return new InstructionField(origin, round, shift, bits, fit, multiple, width, placing);
    }

    /** In an instruction of fewer bytes. */
    InstructionField wide(int bytes) {
        return new InstructionField(origin, round, shift, bits, fit, unit, bytes, placing);
    }

    /**
     * The value whose part is held.
     *
     * @param s S + A
     * @param p P
     */
    public long value(long s, long p, Origins origins) {
        return origin.distance(s, p, origins);
    }

    /** The instruction with a value in its field. */
    public int put(int code, long value) {
        return placing.place(code, (int) (value + round >> shift));
    }

    /** Whether nothing of a value is lost that must not be. */
    public boolean fits(long value) {
        long part = value + round >> shift;
        boolean whole =
                switch (fit) {
                    case ALL -> true;
                    case SIGNED -> part >> bits - 1 == part >> Long.SIZE - 1;
                    case UNSIGNED -> part >>> bits == 0;
                    case EITHER -> part >>> bits == 0 || part >> bits - 1 == -1;
                };
        return whole && (value & unit - 1) == 0;
    }

    /** What fits, in words for people. */
    String range() {
        long least = fit == Fit.UNSIGNED ? 0 : (-1L << bits - 1 << shift) - round;
        long most = fit == Fit.SIGNED ? ((1L << bits - 1) << shift) - 1 - round : ((1L << bits) << shift) - 1 - round;
        String range = fit == Fit.ALL ? "any number" : hex(least) + " to " + hex(most);
        return range + (unit > 1 ? ", a multiple of " + unit + "," : "") + origin.words();
    }

    private static String hex(long value) {
        return (value < 0 ? "-0x" : "0x") + Long.toHexString(Math.abs(value));
    }
}
