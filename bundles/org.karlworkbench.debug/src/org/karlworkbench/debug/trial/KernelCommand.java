package org.karlworkbench.debug.trial;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.relink.ChildProcess;
import org.karlworkbench.relink.ChildResult;
import org.karlworkbench.relink.Limits;

/**
 * A command of the user's that looks at a kernel. It runs by {@code sh -c} in the user's environment with {@code KERNEL}
 * in it, in a session of its own, under limits; whatever it starts has ended when it has.
 *
 * @param command what the shell is told
 * @param timeout the longest that one run may take, also of processor time
 */
public record KernelCommand(String command, Duration timeout) implements KernelTest {
    /** Exit statuses up to this one say whether it works; the next one, that it cannot be told. */
    private static final int LAST_VERDICT = 124;

    private static final int CANNOT_TELL = 125;

    /** A processor-time limit kills by this signal, and so is a time that was over (signal(7)). */
    private static final int PROCESSOR_TIME = 24;

    /** Emulators and virtual machines reserve much more than they use. */
    private static final long MEMORY = 16L << 30;

    private static final long FILE = 4L << 30;

    /**
     * What came of one run.
     *
     * @param status the exit status, or 128 and the number of the signal that killed it
     * @param timedOut whether its time was over
     * @param output the end of what it wrote to its standard output, {@link LastBytes#MOST} bytes at most
     * @param words the beginning and the end of what it wrote to its standard error
     * @param nanos how long it took
     */
    public record Said(int status, boolean timedOut, String output, List<String> words, long nanos) {}

    /**
     * Runs it.
     *
     * @param kernel the kernel
     * @param temporary a folder for its temporary files, {@code TMPDIR}
     * @param progress asked for cancel; what the command says is not told
     * @return what came of it
     * @throws EngineException if the shell cannot be started
     * @throws java.util.concurrent.CancellationException if it was cancelled; the command has ended then
     */
    public Said run(Path kernel, Path temporary, Progress progress) throws EngineException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("KERNEL", kernel.toAbsolutePath().toString());
        environment.put("TMPDIR", temporary.toString());
        LastBytes output = new LastBytes();
        long begin = System.nanoTime();
        ChildResult result = new ChildProcess(
                        Path.of("").toAbsolutePath(),
                        temporary,
                        new Limits(timeout, MEMORY, FILE),
                        Progress.silent(progress::cancelled))
                .within(environment)
                .run(ProcessLimit.command(command), output);
        long nanos = System.nanoTime() - begin;
        boolean timedOut = result.timedOut() || result.signal() == PROCESSOR_TIME;
        return new Said(result.status(), timedOut, output.text(), result.words(), nanos);
    }

    @Override
    public String words() {
        return command;
    }

    /**
     * {@inheritDoc}
     *
     * @throws EngineException code {@code test-stopped} if it ends with a status above 125
     */
    @Override
    public Reply ask(Question question, Progress progress) throws EngineException {
        Said said = run(question.kernel(), question.temporary(), progress);
        if (said.timedOut() || said.status() == CANNOT_TELL) {
            return Reply.UNKNOWN;
        }
        if (said.status() > LAST_VERDICT) {
            String words = said.words().isEmpty() ? "" : ": " + said.words().getLast();
            throw new EngineException(
                    "test-stopped",
                    command,
                    null,
                    "ended with status " + said.status() + words,
                    "0 is for works, 1 to 124 for fails, 125 for cannot tell; all others stop the search");
        }
        return said.status() == 0 ? Reply.WORKS : Reply.FAILS;
    }
}
