package org.karlworkbench.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.machine.emulator.EmulatorRun;
import org.karlworkbench.machine.emulator.Loader;
import org.karlworkbench.machine.emulator.RunRequest;

/** {@code karl run}: starts a kernel in QEMU and watches it. */
final class RunVerb extends Verb {
    private static final int LONGEST = 7 * 24 * 3600;

    private final Given<Path> kernel = options.argument("KERNEL", "A kernel.");
    private final Given<Integer> timeout =
            options.number("S", "How many seconds it may run; 60 unless told otherwise.", "--timeout");
    private final Given<String> expect = options.word(
            "TEXT", "What it says when it has booted; \"" + RunRequest.PROMPT + "\" unless told.", "--expect");
    private final Given<String> append = options.word(
            "ARGS", "Boot arguments besides -a, which makes a kernel ask for its root device.", "--append");
    private final Given<Path> gdb = options.file(
            "SOCKET",
            "Make a socket for a debugger; the machine then stays until it ends, or until its time is over.",
            "--gdb");
    private final Given<String> stopAt = options.word(
            "SYMBOL", "Stop there: for a debugger with --gdb, else for good, which counts as done.", "--stop-at");
    private final Given<Path> dump =
            options.file("FILE", "Write the machine's memory at the end, as an ELF core file.", "--dump");
    private final Given<String> type = options.word(
            "TEXT",
            "Type TEXT and Return when it has booted; the machine then goes on until it ends or its time is over.",
            "--type");
    private final Given<String> loader = options.word(
            "HOW",
            "How the kernel is entered: auto, qemu, or openbsd for OpenBSD's boot protocol (amd64).",
            "--loader",
            "auto");

    RunVerb() {
        super(
                "Starts a kernel in QEMU and watches it: whether it boots, and whether its startup code is gone then.",
                "What the kernel says comes on standard error as it comes. Exit status 1 if it did not boot.");
    }

    @Override
    Answer answer(Progress progress) throws EngineException, UsageException {
        RunRequest request = request();
        Interrupt.arm();
        SerialLines lines = new SerialLines(progress);
        try {
            return new RunAnswer(request, new EmulatorRun(request, lines).run(progress));
        } finally {
            lines.end();
        }
    }

    private RunRequest request() throws UsageException {
        int seconds = timeout.isThere() ? timeout.get() : (int) RunRequest.TIMEOUT.toSeconds();
        if (seconds < 1 || seconds > LONGEST) {
            throw new UsageException("--timeout " + seconds + " is no time", "give 1 to " + LONGEST + " seconds");
        }
        String text = expect.isThere() ? expect.get() : RunRequest.PROMPT;
        if (text.isEmpty()) {
            throw new UsageException("--expect is empty", "give a text that the kernel says");
        }
        String arguments = append.isThere() ? RunRequest.ASK + " " + append.get() : RunRequest.ASK;
        return new RunRequest(
                kernel.get(),
                Duration.ofSeconds(seconds),
                text,
                arguments.strip(),
                entered(),
                gdb.get(),
                stopAt.get(),
                dump.get(),
                type.isThere() ? type.get() + "\r" : null);
    }

    private Loader entered() throws UsageException {
        return switch (loader.get()) {
            case "auto" -> Loader.AUTO;
            case "qemu" -> Loader.QEMU;
            case "openbsd" -> Loader.OPENBSD;
            default ->
                throw new UsageException("--loader " + loader.get() + " is not known", "try auto, qemu or openbsd");
        };
    }
}
