package org.karlworkbench.verify;

/**
 * Bytes of a kernel that nothing explains, or a piece that is not where it has to be.
 *
 * @param section the kernel's section
 * @param object the object at whose place it was found, empty when at none
 * @param inputSection that object's section, empty when unknown
 * @param symbol the last symbol of the object at or before the place, empty when there is none
 * @param offset distance in bytes from the start of the object's section, or of the kernel's where there is no object
 * @param address the address in the kernel
 * @param bytes how many bytes in a row; 0 for what is misplaced or missing as a whole
 * @param expected what had to be there: the first bytes in hex, or words
 * @param found what is there: the first bytes in hex, or words
 */
public record Unexplained(
        String section,
        String object,
        String inputSection,
        String symbol,
        long offset,
        long address,
        long bytes,
        String expected,
        String found) {

    /** All of it in one line, for a message. */
    public String line() {
        String where = object.isEmpty() ? section : section + " " + object + "(" + inputSection + ")";
        String near = symbol.isEmpty() ? "" : " near " + symbol;
        return where + "+0x" + Long.toHexString(offset) + near + " at 0x" + Long.toHexString(address) + ": expected "
                + expected + ", found " + found;
    }
}
