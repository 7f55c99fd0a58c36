package org.karlworkbench.debug;

import java.util.Locale;

/**
 * What lies at an address of a kernel.
 *
 * @param area what kind of bytes
 * @param object the object's name, or null
 * @param section the index of its section in the object, or -1
 * @param sectionOffset where in that section, in bytes
 * @param symbol the innermost symbol, or null
 * @param offset from the symbol
 */
public record Spot(Area area, String object, int section, long sectionOffset, String symbol, long offset) {
    /** Whether it is the first byte of what a symbol names. */
    boolean isStart() {
        return symbol != null && offset == 0;
    }

    /** The symbol and the offset, or else the object and its section's offset, for people. */
    public String name() {
        if (symbol != null) {
            return offset == 0 ? symbol : symbol + "+0x" + Long.toHexString(offset);
        }
        return section < 0
                ? "in " + area.name().toLowerCase(Locale.ROOT)
                : object + " section " + section + "+0x" + Long.toHexString(sectionOffset);
    }
}
