package org.karlworkbench.elf;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * How far the engine is, told to whoever started it. The workbench turns it into a Job's monitor, the command into a
 * bar on standard error. Its methods may be called from any thread, one at a time.
 */
public interface Progress {
    /** Nobody listens and nobody cancels. */
    Progress NONE = silent(() -> false);

    /**
     * Nobody listens, and somebody may cancel: for a step of something larger, of whose phases nobody wants to hear.
     *
     * @param cancelled whether the user wants it to stop, such as {@code whole::cancelled}
     * @return a progress that says nothing
     */
    static Progress silent(BooleanSupplier cancelled) {
        return new Silent(cancelled);
    }

    /**
     * A phase begins, and the one before it has ended.
     *
     * @param phase what is done, for people: "reading objects"
     * @param steps how many steps it takes; 0 if that is unknown
     */
    void begin(String phase, int steps);

    /**
     * Steps of the phase are done.
     *
     * @param steps how many since the last call, 0 or more
     */
    void worked(int steps);

    /**
     * A tool's own words, such as a line of the linker's output.
     *
     * @param line one line without its line break, unescaped
     */
    void say(String line);

    /**
     * Whether the user wants it to stop.
     *
     * @return true from the moment on in which it was cancelled
     */
    boolean cancelled();

    /**
     * Stops the work if the user wants that; called between the steps of all long work.
     *
     * @throws CancellationException if {@link #cancelled()}
     */
    default void checkCancelled() {
        if (cancelled()) {
            throw new CancellationException("cancelled");
        }
    }
}
