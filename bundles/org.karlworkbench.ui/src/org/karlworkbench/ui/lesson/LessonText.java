package org.karlworkbench.ui.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.karlworkbench.elf.EngineException;

/** The lines of a lesson file, after what no lesson needs was refused: size, control characters, turned text. */
final class LessonText {
    /** More than any lesson of ten minutes has. */
    static final int MOST_BYTES = 256 * 1024;

    static final int LONGEST_LINE = 2_000;

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final String file;
    private final String[] lines;
    private int at;

    private LessonText(String file, String[] lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Reads all lines. */
    static LessonText of(String file, InputStream in) throws EngineException {
        try {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new EngineException(
                        "bad-lesson", file, null, "the lesson is larger than 256 KiB", "make two lessons of it");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text; // some editors begin UTF-8 by one
            LessonText lesson = new LessonText(file, text.split("\r?\n", -1));
            lesson.check();
            return lesson;
        } catch (CharacterCodingException e) {
            throw new EngineException("bad-lesson", file, null, "the lesson is not in UTF-8", "save it as UTF-8", e);
        } catch (IOException e) {
            throw new EngineException("io", file, null, "the lesson cannot be read: " + e.getMessage(), null, e);
        }
    }

    private void check() throws EngineException {
        for (at = 0; at < lines.length; at++) {
            if (lines[at].length() > LONGEST_LINE) {
                throw fault(at, "the line is longer than 2,000 characters", "break it");
            }
            if (lines[at].chars().anyMatch(LessonText::strange)) {
                throw fault(
                        at, "there is a control character, or a mark that turns the direction of writing", "delete it");
            }
        }
        at = 0;
    }

    private static boolean strange(int c) {
        return c != '\t' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }

    boolean hasMore() {
        return at < lines.length;
    }

    /** The next line without the spaces at its end, which is not taken. */
    String peek() {
        return lines[at].stripTrailing();
    }

    String take() {
        String line = peek();
        at++;
        return line;
    }

    /** The number of the line that was taken last, from 1 on. */
    int number() {
        return at;
    }

    /** A fault in the line that was taken last. */
    EngineException fault(String problem, String cure) {
        return fault(at - 1, problem, cure);
    }

    private EngineException fault(int line, String problem, String cure) {
        return new EngineException("bad-lesson", file, "line " + (line + 1), problem, cure);
    }
}
