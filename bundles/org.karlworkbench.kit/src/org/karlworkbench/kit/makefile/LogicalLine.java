package org.karlworkbench.kit.makefile;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a Makefile with its continuation lines joined by single spaces.
 *
 * @param number the number of its first physical line, from 1
 * @param text the text, comments still in it
 */
record LogicalLine(int number, String text) {
    /** A kernel's Makefile has some 2,000 lines. */
    static final int LIMIT = 500_000;

    /** Splits a file; empty lines are left out. */
    static List<LogicalLine> split(String text, Problems problems) {
        List<LogicalLine> lines = new ArrayList<>();
        int number = 1;
        for (int at = 0; at < text.length(); ) {
            int first = number;
            StringBuilder joined = null;
            String piece;
            boolean goesOn;
            do {
                int end = endOfLine(text, at);
                piece = text.substring(at, end > at && text.charAt(end - 1) == '\r' ? end - 1 : end);
                at = end + 1;
                number++;
                goesOn = endsInBackslash(piece);
                joined = append(joined, piece, goesOn);
            } while (goesOn && at < text.length());
            String line = joined == null ? piece : joined.toString();
            if (!line.isBlank()) {
                lines.add(new LogicalLine(first, line));
            }
            if (lines.size() > LIMIT) {
                problems.bad(first, "more than " + LIMIT + " lines; the rest is not read");
                return lines;
            }
        }
        return lines;
    }

    private static int endOfLine(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private static boolean endsInBackslash(String piece) {
        int count = 0;
        for (int i = piece.length() - 1; i >= 0 && piece.charAt(i) == '\\'; i--) {
            count++;
        }
        return count % 2 == 1;
    }

    /** Null stays null as long as the line is a single piece, which nearly all are. */
    private static StringBuilder append(StringBuilder joined, String piece, boolean goesOn) {
        if (joined == null && !goesOn) {
            return null;
        }
        StringBuilder out = joined == null ? new StringBuilder() : joined;
        String body = goesOn ? piece.substring(0, piece.length() - 1) : piece;
        if (joined == null) {
            out.append(body);
        } else {
            out.append(' ').append(body.stripLeading());
        }
        return out;
    }

    /** The text up to the first {@code #} that no backslash escapes; {@code \#} becomes {@code #}. */
    String withoutComment() {
        if (text.indexOf('#') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length() && text.charAt(i) != '#'; i++) {
            boolean escaped = text.charAt(i) == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '#';
            out.append(escaped ? '#' : text.charAt(i));
            i += escaped ? 1 : 0;
        }
        return out.toString();
    }
}
