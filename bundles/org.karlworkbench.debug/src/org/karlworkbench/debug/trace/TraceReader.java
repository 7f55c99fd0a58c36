package org.karlworkbench.debug.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.karlworkbench.elf.EngineException;

/**
 * Reads traces line by line, in time linear in their size, whatever else stands in them. Bytes are taken one for one, so
 * that garbage in no encoding is an error; what UTF-16 puts between them goes with the other control characters.
 */
public final class TraceReader {
    /** More of a trace is not read; of a file it is the end that counts, where the last crash stands. */
    public static final int MOST_BYTES = 64 << 20;

    /** More places are counted and left out: those farthest before the crash, or farthest behind it. */
    public static final int MOST_MENTIONS = 10_000;

    /** Asks for the last crash of a log, or for its last stack where none begins in it. */
    public static final int LAST = 0;

    /** More of a line is not shown. */
    public static final int MOST_TEXT = 300;

    private static final int MOST_LINE = 4096;
    private static final int BLOCK = 1 << 16;

    /** Colours and cursor movements of terminals (ECMA-48), window titles, and single escapes. */
    private static final Pattern ESCAPES = Pattern.compile(
            "\\x1b(?:\\[[0-?]*+[ -/]*+[@-~]|\\][^\\x07\\x1b]*+(?:\\x07|\\x1b\\\\)?|.)|[\\x00-\\x08\\x0b-\\x1f\\x7f]");

    /** What Unicode text begins with, as single bytes: of UTF-8 and of UTF-16 in either order. */
    private static final Pattern BYTE_ORDER_MARK =
            Pattern.compile("^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff|\ufeff)");

    private final CrashLog log;
    private final byte[] line = new byte[MOST_LINE];
    private int length;
    private int number;

    private TraceReader(int crash) {
        log = new CrashLog(crash);
    }

    /**
     * Reads a trace to its end, or as far as {@link #MOST_BYTES}.
     *
     * @param in the trace, perhaps packed by gzip; stays open
     * @param crash which crash of it, from 1, or {@link #LAST}
     * @return what it names
     * @throws IOException when it cannot be read
     * @throws EngineException with the code {@code no-crash} when it does not have that crash
     */
    public static Trace read(InputStream in, int crash) throws IOException, EngineException {
        return read(TraceText.plain(in), null, false, crash);
    }

    /**
     * Reads a trace from a file; of one that is longer than {@link #MOST_BYTES}, its end.
     *
     * @param file the file, perhaps packed by gzip
     * @param crash which crash of what is read, from 1, or {@link #LAST}
     * @return what it names
     * @throws EngineException when it cannot be read; with the code {@code no-crash} when it does not have that crash
     */
    public static Trace read(Path file, int crash) throws EngineException {
        try (TraceText text = TraceText.open(file)) {
            return read(text.in(), file, text.isEndOnly(), crash);
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    private static Trace read(InputStream in, Path file, boolean endOnly, int crash)
            throws IOException, EngineException {
        TraceReader reader = new TraceReader(crash);
        byte[] block = new byte[BLOCK];
        long left = MOST_BYTES;
        int got = in.read(block);
        while (got >= 0 && left > 0) {
            reader.take(block, (int) Math.min(got, left));
            left -= got;
            got = in.read(block);
        }
        reader.endLine();
        Trace trace = reader.log.trace(endOnly || got >= 0);
        reader.log.requireWanted(file);
        return trace;
    }

    /** Reads a trace from a file as {@link #read(Path, int)} does; its last crash. */
    public static Trace read(Path file) throws EngineException {
        return read(file, LAST);
    }

    /**
     * Reads a trace that is at hand.
     *
     * @param text the trace
     * @param crash which crash of it, from 1, or {@link #LAST}
     * @return what it names
     * @throws EngineException with the code {@code no-crash} when it does not have that crash
     */
    public static Trace read(String text, int crash) throws EngineException {
        TraceReader reader = new TraceReader(crash);
        Trace trace = reader.of(text);
        reader.log.requireWanted(null);
        return trace;
    }

    /** Reads a trace that is at hand; its last crash. */
    public static Trace read(String text) {
        return new TraceReader(LAST).of(text);
    }

    private Trace of(String text) {
        text.lines().forEach(each -> take(each.substring(0, Math.min(each.length(), MOST_LINE))));
        return log.trace(false);
    }

    private void take(byte[] block, int size) {
        int from = 0;
        for (int at = 0; at < size; at++) {
            if (block[at] == '\n') {
                append(block, from, at);
                endLine();
                from = at + 1;
            }
        }
        append(block, from, size);
    }

    private void append(byte[] block, int from, int to) {
        int more = Math.min(to - from, MOST_LINE - length);
        System.arraycopy(block, from, line, length, more);
        length += more;
    }

    private void endLine() {
        take(new String(line, 0, length, StandardCharsets.ISO_8859_1));
        length = 0;
    }

    private void take(String raw) {
        number++;
        String whole = number == 1 ? BYTE_ORDER_MARK.matcher(raw).replaceFirst("") : raw;
        String plain = (hasControls(whole) ? ESCAPES.matcher(whole).replaceAll("") : whole).strip();
        if (!plain.isEmpty()) {
            log.take(number, plain, new LineReader(number, plain).mentions());
        }
    }

    private static boolean hasControls(String text) {
        boolean found = false;
        for (int at = 0; at < text.length() && !found; at++) {
            char each = text.charAt(at);
            found = each < ' ' && each != '\t' || each == 0x7f;
        }
        return found;
    }
}
