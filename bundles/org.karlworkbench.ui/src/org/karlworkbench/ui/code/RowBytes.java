package org.karlworkbench.ui.code;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The bytes of a row of a kernel beside those of its objects, in lines of {@link #LINE}.
 *
 * @param address where the first byte lies, unsigned
 * @param bytes the kernel's
 * @param own the objects' own, as long as {@code bytes}
 * @param known which of the own bytes are known
 * @param written which bytes a linker writes, by the objects' relocations
 * @param fields what the linker writes there, by their place
 * @param leftOut how many bytes more the row has in the file or only in memory
 */
record RowBytes(
        long address, byte[] bytes, byte[] own, BitSet known, BitSet written, List<Field> fields, long leftOut) {
    /** Bytes in a line. */
    static final int LINE = 16;

    private static final String HEX = "0123456789abcdef";

    /**
     * A field that a linker writes.
     *
     * @param at its distance from the first byte
     * @param names what it is for: a symbol's name and what is added
     */
    record Field(int at, String names) {}

    int lines() {
        return (bytes.length + LINE - 1) / LINE;
    }

    /** The kernel's bytes of a line; what a linker wrote stands between brackets. */
    String kernelText(int line) {
        return text(line, bytes, null);
    }

    /** The objects' bytes of a line; dots for those that nobody knows. */
    String ownText(int line) {
        return known.isEmpty() ? "" : text(line, own, known);
    }

    private String text(int line, byte[] from, BitSet shown) {
        int end = Math.min(bytes.length, (line + 1) * LINE);
        StringBuilder text = new StringBuilder();
        for (int i = line * LINE; i < end; i++) {
            boolean before = i > line * LINE && written.get(i - 1);
            text.append(before == written.get(i) ? ' ' : before ? ']' : '[');
            if (shown == null || shown.get(i)) {
                text.append(HEX.charAt(from[i] >> 4 & 0xf)).append(HEX.charAt(from[i] & 0xf));
            } else {
                text.append("..");
            }
        }
        return text.append(written.get(end - 1) ? ']' : ' ').toString();
    }

    /** The line's bytes as ASCII, dots for what has no letter. */
    String letters(int line) {
        StringBuilder text = new StringBuilder();
        for (int i = line * LINE; i < Math.min(bytes.length, (line + 1) * LINE); i++) {
            text.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
        }
        return text.toString();
    }

    /** What the linker wrote in a line. */
    String names(int line) {
        List<String> names = new ArrayList<>();
        for (int i = firstFrom(line * LINE); i < fields.size() && fields.get(i).at() / LINE == line; i++) {
            names.add(fields.get(i).names());
        }
        return String.join(", ", names);
    }

    /** The first field at a distance or behind it. */
    private int firstFrom(int at) {
        int low = 0;
        int high = fields.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (fields.get(middle).at() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
