package org.karlworkbench.debug.trial;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Keeps a command from starting processes without end. The system counts all threads of a user together (RLIMIT_NPROC,
 * setrlimit(2)), so the limit lies so many above those that there are; it does not hold for root.
 */
final class ProcessLimit {
    /** How many more there may be: a make with a job for each processor has some hundred. */
    private static final long MORE = 4000;

    private static final Path PROC = Path.of("/proc");

    /** bash calls the limit -u, dash -p; a system that knows neither goes without. */
    private static final String LIMITER =
            "{ ulimit -u \"$1\" || ulimit -p \"$1\"; } 2>/dev/null; exec /bin/sh -c \"$2\"";

    private ProcessLimit() {}

    /** What runs a shell command under the limit. */
    static List<String> command(String words) {
        return List.of("/bin/sh", "-c", LIMITER, "sh", Long.toString(threads() + MORE), words);
    }

    /** The threads of this user, as far as they can be counted. */
    private static long threads() {
        long threads = 0;
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            Object self = Files.getAttribute(PROC.resolve("self"), "unix:uid");
            for (Path process : processes) {
                threads += threads(process, self);
            }
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return threads; // a system without /proc
        }
        return threads;
    }

    /** A folder has a link for itself, one in its parent and one for each folder in it: of {@code task}, the threads. */
    private static long threads(Path process, Object user) {
        try {
            boolean own = Files.getAttribute(process, "unix:uid").equals(user);
            return own ? (Integer) Files.getAttribute(process.resolve("task"), "unix:nlink") - 2 : 0;
        } catch (IOException e) {
            return 0; // ended meanwhile
        }
    }
}
