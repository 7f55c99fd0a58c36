package org.karlworkbench.linker.script;

import java.util.HexFormat;

/**
 * A pattern for the bytes between pieces. A hexadecimal number gives as many bytes as it has pairs of digits, any other
 * expression four, big-endian, on all machines (GNU ld manual, "Output Section Fill").
 *
 * @param bytes the pattern in hexadecimal digits; empty for none
 */
public record Fill(String bytes) {
    /** No pattern: the linker's own. */
    public static final Fill NONE = new Fill("");

    /** The pattern's bytes. */
    public byte[] pattern() {
        return HexFormat.of().parseHex(bytes);
    }
}
