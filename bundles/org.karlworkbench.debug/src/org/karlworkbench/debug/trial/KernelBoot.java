package org.karlworkbench.debug.trial;

import java.time.Duration;
import java.util.Objects;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.machine.emulator.EmulatorRun;
import org.karlworkbench.machine.emulator.Loader;
import org.karlworkbench.machine.emulator.Reason;
import org.karlworkbench.machine.emulator.RunListener;
import org.karlworkbench.machine.emulator.RunRequest;
import org.karlworkbench.machine.emulator.RunResult;

/**
 * A boot in QEMU: the kernel works if it says a text in time, and fails if it panics, resets, switches itself off or says
 * nothing.
 *
 * @param expect the text, not empty
 * @param arguments boot arguments, words between blanks; may be empty
 * @param timeout the longest that one boot may take, above 0
 */
public record KernelBoot(String expect, String arguments, Duration timeout) implements KernelTest {
    /** Checks what must be there. */
    public KernelBoot {
        Objects.requireNonNull(arguments, "arguments");
        if (expect.isEmpty() || !timeout.isPositive()) {
            throw new IllegalArgumentException("nothing to wait for");
        }
    }

    @Override
    public String words() {
        return "boot " + arguments + ", expect " + expect;
    }

    @Override
    public Reply ask(Question question, Progress progress) throws EngineException {
        RunRequest request =
                new RunRequest(question.kernel(), timeout, expect, arguments, Loader.AUTO, null, null, null, null);
        RunResult result = new EmulatorRun(request, RunListener.NONE).run(Progress.silent(progress::cancelled));
        if (result.booted()) {
            return Reply.WORKS;
        }
        return result.reason() == Reason.ENDED ? Reply.UNKNOWN : Reply.FAILS; // the emulator's own end tells nothing
    }
}
