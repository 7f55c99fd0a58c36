package org.karlworkbench.relink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A child process with all that it started. A descendant whose own parent has ended is no descendant any more as far as
 * the system tells; the session, which each child leads alone, still finds it, and one with a session of its own is
 * found by a variable of the environment that it inherits.
 */
public final class ProcessTree {
    /**
     * The fixed text that sets the limits; the tool and its arguments are never part of it. The hard limit of processor
     * time lies above the soft one: where both are one, the system kills without saying why.
     */
    private static final String LIMITER = "umask 077; "
            + "{ ulimit -c 0; ulimit -S -t \"$1\"; ulimit -H -t $(($1 + 1)); ulimit -v \"$2\"; ulimit -f \"$3\"; } "
            + "2>/dev/null; "
            + "shift 3; exec \"$@\"";

    private static final Path SHELL = Path.of("/bin/sh");
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final int FILE_LIMIT_UNIT = 512;

    private static final Path PROC = Path.of("/proc");
    private static final int ROUNDS = 20;
    private static final long PAUSE_MILLIS = 10;

    /** The variable whose value no two trees share. */
    private static final String MARK = "KARL_CHILD";

    private static final String OF_THIS_MACHINE = ProcessHandle.current().pid() + "-" + System.nanoTime() + "-";
    private static final AtomicLong COUNT = new AtomicLong();

    private final Process root;
    private final String mark;

    private ProcessTree(Process root, String mark) {
        this.root = root;
        this.mark = MARK + "=" + mark + "\0";
    }

    /**
     * Starts a tool with an environment of its own, under limits that all it starts inherits.
     *
     * @param command the program's absolute path and its arguments, which no shell looks into
     * @param folder the working folder
     * @param temporary the folder for the tool's temporary files
     * @param limits what it may use; of the time, only the processor's counts here
     * @return the tree, its root running
     * @throws IOException if it cannot be started
     */
    public static ProcessTree start(List<String> command, Path folder, Path temporary, Limits limits)
            throws IOException {
        return start(command, folder, temporary, limits, Map.of());
    }

    /** Starts a tool with more of an environment; whoever gives that names PATH and the like as he wants. */
    static ProcessTree start(List<String> command, Path folder, Path temporary, Limits limits, Map<String, String> more)
            throws IOException {
        List<String> all = new ArrayList<>(List.of(
                SHELL.toString(),
                "-c",
                LIMITER,
                "sh",
                Long.toString(Math.max(1, limits.time().toSeconds())),
                Long.toString(limits.memory() / 1024),
                Long.toString(limits.file() / FILE_LIMIT_UNIT)));
        if (Files.isExecutable(SETSID)) {
            all.add(SETSID.toString());
        }
        all.addAll(command);
        String mark = OF_THIS_MACHINE + COUNT.incrementAndGet();
        ProcessBuilder builder = new ProcessBuilder(all).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(Map.of("LC_ALL", "C", "PATH", "/usr/bin:/bin", "TMPDIR", temporary.toString(), MARK, mark));
        environment.putAll(more);
        environment.put(MARK, mark);
        return new ProcessTree(builder.start(), mark);
    }

    /**
     * The tool itself.
     *
     * @return its process, whose pipes somebody has to drain
     */
    public Process process() {
        return root;
    }

    /** Ends all of it at once, and waits a little until it is gone. */
    public void kill() {
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
