package org.karlworkbench.elf;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What goes wrong with a file or a tool, told in one clear line: which file, where in it, what is wrong, what helps.
 *
 * <p>Every engine bundle throws this and nothing else for trouble that comes from outside (files, tools, the disk);
 * faults of a caller stay {@link IllegalArgumentException} and the like. Faces show {@link #line()} and nothing more.
 */
public class EngineException extends Exception {
    /** The code of what memory was too small for. */
    public static final String NO_MEMORY = "no-memory";

    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String file;
    private final String place;
    private final String cure;

    /**
     * A fault without a cause.
     *
     * @param code a short stable word for programs, such as {@code bad-elf} or {@code io}; may be null
     * @param file the file or tool it is about, as its user named it; may be null
     * @param place where in the file (a line, a table and index, an offset); may be null
     * @param problem what is wrong, without a full stop; never null
     * @param cure what a person can do about it; may be null
     */
    public EngineException(String code, String file, String place, String problem, String cure) {
        this(code, file, place, problem, cure, null);
    }

    /**
     * A fault that another exception led to.
     *
     * @param code a short stable word for programs; may be null
     * @param file the file or tool it is about; may be null
     * @param place where in the file; may be null
     * @param problem what is wrong, without a full stop; never null
     * @param cure what a person can do about it; may be null
     * @param cause what led to it; may be null
     */
    public EngineException(String code, String file, String place, String problem, String cure, Throwable cause) {
        super(Objects.requireNonNull(problem, "problem"), cause);
        this.code = code;
        this.file = file;
        this.place = place;
        this.cure = cure;
    }

    /**
     * An input or output fault in words: "no such file", "no space left on device", "read-only file system",
     * "permission denied" and others, with what helps; anything unknown in the system's own words.
     *
     * @param file the file that was read or written
     * @param e what the JDK threw
     * @return an exception with code {@code io}; {@code no-memory} for a file that memory is too small for
     */
    public static EngineException io(Path file, IOException e) {
        if (e.getCause() instanceof OutOfMemoryError) {
            String cure = "give Java more memory: JDK_JAVA_OPTIONS=-Xmx4g";
            return new EngineException(NO_MEMORY, file.toString(), null, e.getMessage(), cure, e);
        }
        IoReason reason = IoReason.of(e);
        return new EngineException("io", file.toString(), null, reason.problem(), reason.cure(), e);
    }

    /**
     * A short stable word for programs.
     *
     * @return the code, or null
     */
    public String code() {
        return code;
    }

    /**
     * The file or tool it is about.
     *
     * @return its name as the user gave it, or null
     */
    public String file() {
        return file;
    }

    /**
     * Where in the file.
     *
     * @return the place in words, or null
     */
    public String place() {
        return place;
    }

    /**
     * What a person can do about it.
     *
     * @return the cure in words, or null
     */
    public String cure() {
        return cure;
    }

    /**
     * All of it in one line: {@code FILE: PLACE: problem; cure}. What is null is left out; control characters, line
     * breaks and marks that turn the direction of writing are escaped, so that a file's name cannot forge a line.
     *
     * @return one line without a line break
     */
    public String line() {
        StringBuilder line = new StringBuilder();
        if (file != null) {
            line.append(file).append(": ");
        }
        if (place != null) {
            line.append(place).append(": ");
        }
        line.append(getMessage());
        if (cure != null) {
            line.append("; ").append(cure);
        }
        return Printable.of(line.toString());
    }
}
