package org.karlworkbench.elf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A string table (gABI, "String Table"): names that end with a null byte, found by their offset. It is checked when it
 * is made, so that every name within it ends within it; names become strings when they are asked for.
 */
final class StringTable {
    /** No string but the empty one. */
    static final StringTable EMPTY = new StringTable(new Bytes(new byte[1], 0, 1));

    /** Names up to this length are no reason for a closer look. */
    private static final int ORDINARY = 384;

    private final byte[] bytes;
    private final int start;
    private final int length;

    private StringTable(Bytes content) {
        this.bytes = content.array();
        this.start = content.start();
        this.length = content.length();
    }

    /**
     * The table that lies in a section.
     *
     * @param offset where it begins in the file, for the message
     */
    static StringTable of(Input input, String table, long offset, Bytes content) throws ElfException {
        if (content.length() == 0) {
            return EMPTY;
        }
        if (content.array()[content.start()] != 0) {
            throw input.bad(table, -1, offset, "the string table does not begin with a null byte");
        }
        int last = content.start() + content.length() - 1;
        if (content.array()[last] != 0) {
            throw input.bad(table, -1, offset + content.length() - 1, "the string table does not end with a null byte");
        }
        return new StringTable(content);
    }

    /** A table with one name, at offset 1. */
    static StringTable of(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        byte[] content = new byte[text.length + 2];
        System.arraycopy(text, 0, content, 1, text.length);
        return new StringTable(new Bytes(content, 0, content.length));
    }

    int length() {
        return length;
    }

    /** Whether the name at an offset has no characters. */
    boolean isEmpty(int offset) {
        return bytes[start + offset] == 0;
    }

    /** The name at an offset that was checked against {@link #length()}. */
    String get(int offset) {
        int from = start + offset;
        return decode(bytes, from, end(from) - from);
    }

    /** Writes the bytes of the name at an offset. */
    void write(int offset, ByteArrayOutputStream out) {
        int from = start + offset;
        out.write(bytes, from, end(from) - from);
    }

    /** UTF-8, and where that is impossible ISO-8859-1, which can hold anything. */
    static String decode(byte[] bytes, int from, int length) {
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        return text.indexOf('\ufffd') < 0 ? text : new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    /** How many bytes the name at an offset has. */
    int length(int offset) {
        return end(start + offset) - start - offset;
    }

    /** Copies bytes from an offset on. */
    void copy(int offset, byte[] to, int at, int size) {
        System.arraycopy(bytes, start + offset, to, at, size);
    }

    private int end(int from) {
        int end = from;
        while (bytes[end] != 0) {
            end++;
        }
        return end;
    }

    /** A hash of the name's bytes; see {@link #hash(byte[])}. */
    int hash(int offset) {
        int hash = 0;
        for (int i = start + offset; bytes[i] != 0; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash;
    }

    /** The hash that {@link #hash(int)} gives for a name of these bytes. */
    static int hash(byte[] name) {
        int hash = 0;
        for (byte b : name) {
            hash = hash * 31 + b;
        }
        return hash;
    }

    /** Whether the name at an offset has exactly these bytes. */
    boolean equals(int offset, byte[] name) {
        if (name.length >= length - offset || bytes[start + offset + name.length] != 0) {
            return false;
        }
        return Arrays.equals(bytes, start + offset, start + offset + name.length, name, 0, name.length);
    }

    /** Whether two names, of two tables or one, have the same bytes. */
    boolean equals(int offset, StringTable other, int otherOffset) {
        return this == other && offset == otherOffset || equals(offset, other.bytes, other.start + otherOffset);
    }

    /** Whether the name at an offset has the same bytes as one that lies elsewhere, with a null byte behind it. */
    boolean equals(int offset, byte[] others, int at) {
        int a = start + offset;
        int b = at;
        while (bytes[a] == others[b]) {
            if (bytes[a] == 0) {
                return true;
            }
            a++;
            b++;
        }
        return false;
    }

    /**
     * Refuses names that overlap so much that all of them together would not be linear in the file's size: a megabyte
     * without a null byte, into which every symbol points, is a terabyte of names. Real tables share the ends of names
     * and stay far below.
     *
     * @param offsets the names' offsets in this table, each checked
     */
    void checkOverlap(Input input, String table, int[] offsets) throws ElfException {
        if (!hasLongNames()) {
            return;
        }
        long budget = (long) ORDINARY * offsets.length + 16L * length;
        for (int i = 0; i < offsets.length; i++) {
            int from = start + offsets[i];
            budget -= end(from) - from;
            if (budget < 0) {
                throw input.bad(table, i, -1, "the names overlap so much that together they outgrow the file");
            }
        }
    }

    /** Whether any run without a null byte is longer than ordinary; looks only at the ends of runs. */
    private boolean hasLongNames() {
        int terminator = start - 1;
        int limit = start + length;
        while (limit - terminator > ORDINARY + 1) {
            int i = terminator + ORDINARY + 1;
            while (i > terminator && bytes[i] != 0) {
                i--;
            }
            if (i == terminator) {
                return true;
            }
            terminator = i;
        }
        return false;
    }
}
