package org.karlworkbench.relink;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.source.AtExit;

/**
 * Runs a tool: a list of arguments that no shell looks into, an environment and a temporary folder of its own, limits
 * on time, memory and files, both pipes drained at once. When it is cancelled or its time is over, it ends with all
 * that it started.
 */
public final class ChildProcess {
    private static final int PIPE = 64 * 1024;
    private static final long POLL_MILLIS = 20;
    private static final long DRAIN_MILLIS = 1000;

    private final Path folder;
    private final Path temporary;
    private final Limits limits;
    private final Progress progress;
    private UnaryOperator<String> wording = UnaryOperator.identity();
    private Map<String, String> environment = Map.of();

    /**
     * How tools are run.
     *
     * @param folder the working folder
     * @param temporary the folder for the tool's temporary files
     * @param limits what it may use
     * @param progress told the tool's words, asked for cancel
     */
    public ChildProcess(Path folder, Path temporary, Limits limits, Progress progress) {
        this.folder = folder;
        this.temporary = temporary;
        this.limits = limits;
        this.progress = progress;
    }

    /** Tells the tool's words in other words, where it speaks of files whose names nobody knows. */
    ChildProcess wording(UnaryOperator<String> other) {
        wording = other;
        return this;
    }

    /**
     * Gives the tool more of an environment than its own, and ends whatever it leaves behind when it has ended.
     *
     * @param more names and values
     * @return this
     */
    public ChildProcess within(Map<String, String> more) {
        environment = Map.copyOf(more);
        return this;
    }

    /**
     * Runs one tool to its end.
     *
     * @param command the program's absolute path and its arguments
     * @param output takes its standard output
     * @return how it ended; whether that is good is for the caller to say
     * @throws EngineException when it cannot be started
     * @throws CancellationException when the progress or the thread's interrupt says so; it has ended then
     */
    public ChildResult run(List<String> command, OutputSink output) throws EngineException {
        progress.checkCancelled();
        ProcessTree tree = start(command);
        Process process = tree.process();
        Runnable kill = tree::kill;
        AtExit.add(kill);
        try {
            return watch(process, tree, output);
        } finally {
            AtExit.remove(kill);
            if (process.isAlive() || !environment.isEmpty()) {
                tree.kill();
            }
        }
    }

    private ProcessTree start(List<String> command) throws EngineException {
        try {
            ProcessTree tree = ProcessTree.start(command, folder, temporary, limits, environment);
            tree.process().getOutputStream().close();
            return tree;
        } catch (IOException e) {
            throw new EngineException(
                    "linker-failed", command.getFirst(), null, "cannot be started: " + e.getMessage(), null, e);
        }
    }

    private ChildResult watch(Process process, ProcessTree tree, OutputSink output) {
        OutputLines words = new OutputLines();
        Consumer<String> listener = line -> progress.say(wording.apply(line));
        Thread out = drain(process.getInputStream(), output);
        Thread err = drain(process.getErrorStream(), words);
        boolean inTime = await(process, tree, () -> words.tell(listener));
        join(out, tree);
        join(err, tree);
        words.end();
        words.tell(listener);
        List<String> told = words.tail().lines().stream().map(wording).toList();
        return new ChildResult(process.exitValue(), !inTime, told);
    }

    /** Waits for the end; false if the time was over before. */
    private boolean await(Process process, ProcessTree tree, Runnable tell) {
        long end = System.nanoTime() + limits.time().toNanos();
        try {
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                tell.run();
                if (progress.cancelled()) {
                    throw cancelled(tree);
                }
                if (System.nanoTime() - end > 0) {
                    tree.kill();
                    process.waitFor();
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            CancellationException cancelled = cancelled(tree);
            Thread.currentThread().interrupt();
            throw cancelled;
        }
    }

    private static CancellationException cancelled(ProcessTree tree) {
        tree.kill();
        return new CancellationException("cancelled");
    }

    private static Thread drain(InputStream pipe, OutputSink sink) {
        return Thread.ofPlatform().daemon().name("linker output").start(() -> pump(pipe, sink));
    }

    private static void pump(InputStream pipe, OutputSink sink) {
        byte[] buffer = new byte[PIPE];
        try (pipe) {
            int length = pipe.read(buffer);
            while (length >= 0) {
                sink.bytes(buffer, length);
                length = pipe.read(buffer);
            }
        } catch (IOException e) {
            // the pipe was closed from this side because the tool was ended: there is nothing more to read
        }
    }

    /** Waits for the end of a pipe; a left-over descendant that keeps it open is ended. */
    private static void join(Thread drain, ProcessTree tree) {
        try {
            if (!drain.join(Duration.ofMillis(DRAIN_MILLIS))) {
                tree.kill();
                drain.join(Duration.ofMillis(DRAIN_MILLIS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
