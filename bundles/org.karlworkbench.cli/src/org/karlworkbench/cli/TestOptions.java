package org.karlworkbench.cli;

import java.time.Duration;
import org.karlworkbench.debug.trial.KernelBoot;
import org.karlworkbench.debug.trial.KernelTest;
import org.karlworkbench.machine.emulator.RunRequest;

/** What tells whether a kernel works: a command, a boot with a text that is expected, or whoever sits at the terminal. */
final class TestOptions {
    private static final String ASK = "ask";

    private final CommandOption command;
    private final Given<String> expect;
    private final Given<String> append;

    TestOptions(Options options) {
        command = new CommandOption(
                options,
                "Tests $KERNEL: 0 works, 125 cannot tell, 1 to 124 fails, above stops. \"" + ASK + "\" asks you.",
                "--test");
        expect = options.word(
                "TEXT", "Instead of --test: boots each kernel in QEMU, and it works if it says this.", "--expect");
        append = options.word("ARGS", "Boot arguments besides -a, with --expect.", "--append");
    }

    KernelTest settle() throws UsageException {
        if (expect.isThere() && command.isThere()) {
            throw new UsageException("--test and --expect are two tests", "give one of them");
        }
        if (append.isThere() && !expect.isThere()) {
            throw new UsageException("--append is for a boot", "give --expect TEXT too");
        }
        if (expect.isThere()) {
            return boot(command.timeout(RunRequest.TIMEOUT));
        }
        return ASK.equals(command.text()) ? new TerminalTest(System.in, System.err) : command.settle();
    }

    private KernelBoot boot(Duration timeout) throws UsageException {
        if (expect.get().isEmpty()) {
            throw new UsageException("--expect is empty", "give a text that the kernel says");
        }
        String arguments = append.isThere() ? RunRequest.ASK + " " + append.get() : RunRequest.ASK;
        return new KernelBoot(expect.get(), arguments.strip(), timeout);
    }
}
