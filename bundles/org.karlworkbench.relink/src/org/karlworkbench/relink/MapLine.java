package org.karlworkbench.relink;

/** A cursor over one line of a map. */
final class MapLine {
    private static final int MOST_DIGITS = 16;

    private byte[] buffer;
    private int at;
    private int end;
    private long number;

    /** Begins a line at a position in it. */
    void set(byte[] line, int from, int to) {
        buffer = line;
        at = from;
        end = to;
    }

    /** Moves over spaces; how many there were. */
    int spaces() {
        int from = at;
        while (at < end && buffer[at] == ' ') {
            at++;
        }
        return at - from;
    }

    /** Moves over a hexadecimal number with 0x before it; false, and no move, where there is none. */
    boolean prefixedHex() {
        int from = at;
        if (end - at > 2 && buffer[at] == '0' && buffer[at + 1] == 'x') {
            at += 2;
            if (hex()) {
                return true;
            }
        }
        at = from;
        return false;
    }

    /** Moves over a hexadecimal number; false, and no move, where there is none or one above 64 bits. */
    boolean hex() {
        int from = at;
        number = 0;
        while (at < end && digit(buffer[at]) >= 0) {
            number = number << 4 | digit(buffer[at++]);
        }
        boolean ends = at == end || buffer[at] == ' ';
        if (at > from && at - from <= MOST_DIGITS && ends) {
            return true;
        }
        at = from;
        return false;
    }

    /** The number that was read last. */
    long number() {
        return number;
    }

    /** Whether the rest of the line begins with a text. */
    boolean startsWith(String text) {
        if (end - at < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (buffer[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Where the next text begins at or after the cursor, or -1. */
    int find(String text) {
        for (int from = at; from <= end - text.length(); from++) {
            int i = 0;
            while (i < text.length() && buffer[from + i] == text.charAt(i)) {
                i++;
            }
            if (i == text.length()) {
                return from;
            }
        }
        return -1;
    }

    int at() {
        return at;
    }

    int end() {
        return end;
    }

    boolean atEnd() {
        return at >= end;
    }

    byte[] buffer() {
        return buffer;
    }

    private static int digit(byte b) {
        if (b >= '0' && b <= '9') {
            return b - '0';
        }
        return b >= 'a' && b <= 'f' ? b - 'a' + 10 : -1;
    }
}
