package org.karlworkbench.debug.trace;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads traces line by line, in time linear in their size, whatever else stands in them. Bytes are taken one for one, so
 * that garbage in no encoding is an error.
 */
public final class TraceReader {
    /** More of a trace is not read. */
    public static final int MOST_BYTES = 64 << 20;

    /** More places are counted and left out. */
    public static final int MOST_MENTIONS = 10_000;

    /** More of a line is not shown. */
    public static final int MOST_TEXT = 300;

    private static final int MOST_LINE = 4096;
    private static final int BLOCK = 1 << 16;

    /** Colours and cursor movements of terminals (ECMA-48), window titles, and single escapes. */
    private static final Pattern ESCAPES = Pattern.compile(
            "\\x1b(?:\\[[0-?]*+[ -/]*+[@-~]|\\][^\\x07\\x1b]*+(?:\\x07|\\x1b\\\\)?|.)|[\\x00-\\x08\\x0b-\\x1f\\x7f]");

    /** What {@code panic(9)} prints, perhaps behind a time or a prompt. */
    private static final Pattern PANIC = Pattern.compile("^(?:.{0,60}\\s)?panic: (.+)$");

    private final List<Mention> mentions = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private String panic;
    private int leftOut;
    private int number;

    private TraceReader() {}

    /**
     * Reads a trace to its end, or as far as {@link #MOST_BYTES}.
     *
     * @param in the trace; stays open
     * @return what it names
     * @throws IOException when it cannot be read
     */
    public static Trace read(InputStream in) throws IOException {
        TraceReader reader = new TraceReader();
        byte[] block = new byte[BLOCK];
        long left = MOST_BYTES;
        int got = in.read(block);
        while (got >= 0 && left > 0) {
            reader.take(block, (int) Math.min(got, left));
            left -= got;
            got = in.read(block);
        }
        reader.endLine();
        return new Trace(reader.mentions, reader.panic, reader.leftOut, got >= 0);
    }

    /**
     * Reads a trace that is at hand.
     *
     * @param text the trace
     * @return what it names
     */
    public static Trace read(String text) {
        TraceReader reader = new TraceReader();
        text.lines().forEach(each -> reader.take(each.substring(0, Math.min(each.length(), MOST_LINE))));
        return new Trace(reader.mentions, reader.panic, reader.leftOut, false);
    }

    private void take(byte[] block, int length) {
        for (int i = 0; i < length; i++) {
            if (block[i] == '\n') {
                endLine();
            } else if (line.length() < MOST_LINE) {
                line.append((char) (block[i] & 0xff));
            }
        }
    }

    private void endLine() {
        take(line.toString());
        line.setLength(0);
    }

    private void take(String raw) {
        number++;
        String plain = ESCAPES.matcher(raw).replaceAll("").strip();
        if (plain.isEmpty()) {
            return;
        }
        if (panic == null) {
            Matcher said = PANIC.matcher(plain);
            panic = said.matches() ? said.group(1) : null;
        }
        for (Mention each : new LineReader(number, plain).mentions()) {
            if (mentions.size() < MOST_MENTIONS) {
                mentions.add(each);
            } else {
                leftOut++;
            }
        }
    }
}
