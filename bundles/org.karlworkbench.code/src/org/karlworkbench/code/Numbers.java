package org.karlworkbench.code;

/** Numbers as disassemblers write them. */
final class Numbers {
    private Numbers() {}

    /**
     * A number, decimal or with 0x, of up to 64 bits without a sign or 63 with one.
     *
     * @throws NumberFormatException if it is none
     */
    static long parse(String digits) {
        if (digits.startsWith("-")) {
            return -parse(digits.substring(1));
        }
        return digits.startsWith("0x")
                ? Long.parseUnsignedLong(digits.substring(2), 16)
                : Long.parseUnsignedLong(digits);
    }
}
