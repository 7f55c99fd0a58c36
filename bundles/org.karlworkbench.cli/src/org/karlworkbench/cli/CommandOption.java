package org.karlworkbench.cli;

import java.time.Duration;
import org.karlworkbench.debug.trial.KernelCommand;

/** A command of the user's that looks at a kernel, and the time it may take. */
final class CommandOption {
    private static final int USUAL = 120;
    private static final int LONGEST = 7 * 24 * 3600;

    private final Given<String> command;
    private final Given<Integer> timeout;
    private final String name;

    CommandOption(Options options, String description, String name) {
        this.name = name;
        command = options.word("COMMAND", description, name);
        timeout = options.number(
                "S", "How many seconds one run of it may take; " + USUAL + " unless told otherwise.", "--timeout");
    }

    KernelCommand settle() throws UsageException {
        if (!command.isThere() || command.get().isBlank()) {
            throw new UsageException(name + " is missing", "give a command; it finds the kernel in $KERNEL");
        }
        return new KernelCommand(command.get(), timeout(Duration.ofSeconds(USUAL)));
    }

    boolean isThere() {
        return command.isThere();
    }

    /** The command; null where none is given. */
    String text() {
        return command.get();
    }

    Duration timeout(Duration usual) throws UsageException {
        long seconds = timeout.isThere() ? timeout.get() : usual.toSeconds();
        if (seconds < 1 || seconds > LONGEST) {
            throw new UsageException("--timeout " + seconds + " is no time", "give 1 to " + LONGEST + " seconds");
        }
        return Duration.ofSeconds(seconds);
    }
}
