package org.karlworkbench.debug.trace;

/**
 * One place in a kernel that a trace names: by an address, by a symbol and an offset, or by both at once.
 *
 * @param line the line, from 1
 * @param text the line without escapes, at most {@link TraceReader#MOST_TEXT} characters
 * @param role what it stands for
 * @param symbol the symbol's name, or the function's whose argument it is; null when there is none
 * @param offset from the symbol, in bytes; -1 where no symbol gives the place
 * @param address unsigned; 0 where the trace has none
 */
public record Mention(int line, String text, Role role, String symbol, long offset, long address) {
    /** Whether a symbol and an offset give the place. */
    public boolean hasSymbol() {
        return offset >= 0;
    }

    /** Whether an address gives the place. */
    public boolean hasAddress() {
        return address != 0;
    }

    /** The symbol and the offset, as traces have them. */
    public String name() {
        return symbol + "+0x" + Long.toHexString(offset);
    }
}
