package org.karlworkbench.ui.symbolize;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.karlworkbench.debug.trace.Trace;
import org.karlworkbench.debug.trace.TraceReader;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.ui.Formats;

/** Where a trace comes from. However long it is, all of it is read, and no more than its beginning is shown. */
sealed interface TraceSource {
    /** More characters are not put into a text field, in which each makes work. */
    int MOST_SHOWN = 64 << 10;

    /** Longer lines are cut where they are shown. */
    int LONGEST_LINE = 1_000;

    /** Reads what it says of a crash, from 1, or of the {@link TraceReader#LAST}. Not for the UI thread. */
    Trace read(int crash) throws EngineException;

    /** What can be shown of it. */
    String shown();

    /** Says how much it is where not all can be shown; else empty. */
    String note();

    /** Whether there is nothing in it. */
    default boolean isEmpty() {
        return false;
    }

    /**
     * What was typed or pasted.
     *
     * @param text all of it
     */
    record Typed(String text) implements TraceSource {
        @Override
        public Trace read(int crash) throws EngineException {
            return TraceReader.read(text, crash);
        }

        @Override
        public String shown() {
            return text.length() <= MOST_SHOWN ? text : plain(text.substring(0, MOST_SHOWN));
        }

        @Override
        public String note() {
            return text.length() <= MOST_SHOWN ? "" : beginning("What was pasted", text.length());
        }

        @Override
        public boolean isEmpty() {
            return text.isBlank();
        }
    }

    /**
     * A file of any size and content.
     *
     * @param path the file
     * @param shown its beginning
     * @param size its size in bytes
     */
    record OfFile(Path path, String shown, long size) implements TraceSource {
        /**
         * Takes a file, of which no more than the beginning is read now.
         *
         * @throws EngineException if it is no file that can be read
         */
        static TraceSource of(Path path) throws EngineException {
            if (!Files.isRegularFile(path)) {
                throw new EngineException("no-trace", path.toString(), null, "is no file", "drop a file with a trace");
            }
            try (InputStream in = Files.newInputStream(path)) {
                String beginning = new String(in.readNBytes(MOST_SHOWN), StandardCharsets.ISO_8859_1);
                return new OfFile(path, plain(beginning), Files.size(path));
            } catch (IOException e) {
                throw EngineException.io(path, e);
            }
        }

        @Override
        public Trace read(int crash) throws EngineException {
            return TraceReader.read(path, crash);
        }

        @Override
        public String note() {
            return size <= MOST_SHOWN
                    ? path.getFileName().toString()
                    : beginning(path.getFileName().toString(), size);
        }
    }

    private static String beginning(String what, long size) {
        return what + " has " + Formats.brief(size) + ": its beginning is shown, all of it is searched";
    }

    /** What a text field takes: no terminal escapes, no long lines. */
    private static String plain(String text) {
        return text.lines()
                .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
                .map(line -> line.replaceAll("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]", "\u00b7"))
                .collect(Collectors.joining("\n"));
    }
}
