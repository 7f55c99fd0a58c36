package org.karlworkbench.debug.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * A number of a line that may be an address: with 0x and at least four digits, or as long as a machine's word.
 *
 * @param start where it begins in the line
 * @param end where it ends
 * @param value unsigned
 * @param function the function whose argument it is, or null
 */
record Word(int start, int end, long value, String function) {
    private static final int LEAST = 4;
    private static final int HALF = 8;
    private static final int WHOLE = 16;

    /** All of a line, in its order. */
    static List<Word> all(String line) {
        List<Word> words = List.of();
        int length = line.length();
        for (int at = 0; at < length; at++) {
            int start = at;
            while (at < length && isLetter(line.charAt(at))) {
                at++;
            }
            // what follows upon a name and a plus, a path or a decimal point is a part of it
            boolean alone = (start == 0 || ".+/$".indexOf(line.charAt(start - 1)) < 0)
                    && (at == length || line.charAt(at) != '.');
            int digits = alone ? digits(line, start, at) : 0;
            if (digits > 0) {
                words = words.isEmpty() ? new ArrayList<>(4) : words;
                words.add(new Word(start, at, Long.parseUnsignedLong(line, at - digits, at, 16), null));
            }
        }
        return words;
    }

    private static boolean isLetter(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    /** How many hexadecimal digits a word ends with that is an address; 0 for another word. */
    private static int digits(String line, int start, int end) {
        boolean marked = end - start > 2 && line.charAt(start) == '0' && (line.charAt(start + 1) | ' ') == 'x';
        int from = marked ? start + 2 : start;
        int digits = end - from;
        boolean fits = marked ? digits >= LEAST && digits <= WHOLE : digits == HALF || digits == WHOLE;
        for (int at = from; fits && at < end; at++) {
            fits = Character.digit(line.charAt(at), 16) >= 0;
        }
        return fits ? digits : 0;
    }

    Word givenTo(String name) {
        return new Word(start, end, value, name);
    }
}
