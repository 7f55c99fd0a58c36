package org.karlworkbench.machine.emulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * What to start and what to wait for.
 *
 * @param kernel the kernel's file
 * @param timeout how long the machine may run, above 0
 * @param expect the text on the serial port that shows that it booted, not empty
 * @param arguments the boot arguments, words between blanks; may be empty
 * @param loader how the kernel is entered
 * @param gdb where a debugger's socket shall be while the machine runs, or null for none
 * @param stopAt the symbol to stop at, or null to run on
 * @param dump the file that gets the machine's memory when the run ends, or null for none
 * @param typed what is typed when the kernel has booted, as keys send it; the machine then goes on until it ends or its
 *     time is over. Empty: it only goes on; null: it ends then
 */
public record RunRequest(
        Path kernel,
        Duration timeout,
        String expect,
        String arguments,
        Loader loader,
        Path gdb,
        String stopAt,
        Path dump,
        String typed) {

    /** What an OpenBSD kernel says last when it was asked to ask (boot -a): devices are configured then. */
    public static final String PROMPT = "root device: ";

    /** The boot argument that makes a kernel ask for its root device. */
    public static final String ASK = "-a";

    /** How long a kernel may take to boot unless somebody says otherwise. */
    public static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** Checks what must be there. */
    public RunRequest {
        Objects.requireNonNull(kernel, "kernel");
        Objects.requireNonNull(loader, "loader");
        Objects.requireNonNull(arguments, "arguments");
        if (expect.isEmpty() || !timeout.isPositive()) {
            throw new IllegalArgumentException("nothing to wait for");
        }
    }

    /**
     * A run that ends when the kernel has booted, unless a debugger is let in.
     *
     * @param kernel the kernel's file
     * @param timeout how long the machine may run, above 0
     * @param expect the text on the serial port that shows that it booted, not empty
     * @param arguments the boot arguments; may be empty
     * @param loader how the kernel is entered
     * @param gdb where a debugger's socket shall be, or null for none
     * @param stopAt the symbol to stop at, or null to run on
     * @param dump the file that gets the machine's memory, or null for none
     */
    public RunRequest(
            Path kernel,
            Duration timeout,
            String expect,
            String arguments,
            Loader loader,
            Path gdb,
            String stopAt,
            Path dump) {
        this(kernel, timeout, expect, arguments, loader, gdb, stopAt, dump, null);
    }

    /**
     * A kernel that boots to its prompt, in the usual time, and is looked at.
     *
     * @param kernel the kernel's file
     * @return the request
     */
    public static RunRequest of(Path kernel) {
        return new RunRequest(kernel, TIMEOUT, PROMPT, ASK, Loader.AUTO, null, null, null);
    }

    /**
     * The same with more boot arguments.
     *
     * @param more words between blanks
     * @return a new request
     */
    public RunRequest withArguments(String more) {
        String both = (arguments + " " + more).strip();
        return new RunRequest(kernel, timeout, expect, both, loader, gdb, stopAt, dump, typed);
    }

    /**
     * The same with another time.
     *
     * @param other above 0
     * @return a new request
     */
    public RunRequest withTimeout(Duration other) {
        return new RunRequest(kernel, other, expect, arguments, loader, gdb, stopAt, dump, typed);
    }

    /**
     * The same with another loader.
     *
     * @param other how the kernel is entered
     * @return a new request
     */
    public RunRequest withLoader(Loader other) {
        return new RunRequest(kernel, timeout, expect, arguments, other, gdb, stopAt, dump, typed);
    }

    /**
     * The same with the memory kept.
     *
     * @param file the file to write
     * @return a new request
     */
    public RunRequest withDump(Path file) {
        return new RunRequest(kernel, timeout, expect, arguments, loader, gdb, stopAt, file, typed);
    }

    /**
     * The same with a stop on the way.
     *
     * @param symbol where to stop
     * @param socket where a debugger can go on from there, or null to end there
     * @return a new request
     */
    public RunRequest withStop(String symbol, Path socket) {
        return new RunRequest(kernel, timeout, expect, arguments, loader, socket, symbol, dump, typed);
    }

    /**
     * The same with somebody at the keys.
     *
     * @param text what is typed when the kernel has booted, {@code \r} for Return; see {@link #typed}
     * @return a new request
     */
    public RunRequest withTyped(String text) {
        return new RunRequest(kernel, timeout, expect, arguments, loader, gdb, stopAt, dump, text);
    }

    /** Whether the machine goes on when the kernel has booted. */
    boolean goesOn() {
        return gdb != null || typed != null;
    }
}
