package org.karlworkbench.relink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A child process with all that it started. A descendant whose own parent has ended is no descendant any more as far as
 * the system tells; the session, which each child leads alone, still finds it, and one with a session of its own is
 * found by a variable of the environment that it inherits.
 */
final class ProcessTree {
    private static final Path PROC = Path.of("/proc");
    private static final int ROUNDS = 20;
    private static final long PAUSE_MILLIS = 10;

    /** The variable whose value no two trees share. */
    static final String MARK = "KARL_CHILD";

    private static final String OF_THIS_MACHINE = ProcessHandle.current().pid() + "-" + System.nanoTime() + "-";
    private static final AtomicLong COUNT = new AtomicLong();

    private final Process root;
    private final String mark;

    /**
     * A tree.
     *
     * @param root its root
     * @param mark the root's value of {@link #MARK}
     */
    ProcessTree(Process root, String mark) {
        this.root = root;
        this.mark = MARK + "=" + mark + "\0";
    }

    /** A value for a root that is about to be started. */
    static String newMark() {
        return OF_THIS_MACHINE + COUNT.incrementAndGet();
    }

    /** Ends all of it at once, and waits a little until it is gone. */
    void kill() {
        for (int round = 0; round < ROUNDS; round++) {
            Set<ProcessHandle> tree = members();
            root.destroyForcibly();
            tree.forEach(ProcessHandle::destroyForcibly);
            if (tree.stream().noneMatch(ProcessHandle::isAlive) && !root.isAlive()) {
                return;
            }
            pause();
        }
    }

    private Set<ProcessHandle> members() {
        Set<ProcessHandle> tree = new HashSet<>();
        root.toHandle().descendants().forEach(tree::add);
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (session(process) == root.pid() || isMarked(process)) {
                    long pid = Long.parseLong(process.getFileName().toString());
                    ProcessHandle.of(pid).ifPresent(tree::add);
                }
            }
        } catch (IOException e) {
            return tree; // a system without /proc: the descendants are all that can be found
        }
        return tree;
    }

    /** Field 6 of /proc/PID/stat (proc(5)); the second field is a name in parentheses that can hold anything. */
    private static long session(Path process) {
        try {
            String stat = new String(Files.readAllBytes(process.resolve("stat")), StandardCharsets.ISO_8859_1);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ");
            return fields.length > 3 && !fields[0].equals("Z") ? Long.parseLong(fields[3]) : -1;
        } catch (IOException | NumberFormatException e) {
            return -1; // ended meanwhile
        }
    }

    private boolean isMarked(Path process) {
        try {
            byte[] environment = Files.readAllBytes(process.resolve("environ"));
            return new String(environment, StandardCharsets.ISO_8859_1).contains(mark);
        } catch (IOException e) {
            return false; // another user's, or ended meanwhile
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
