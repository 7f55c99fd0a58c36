package org.karlworkbench.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.karlworkbench.debug.trial.KernelTest;
import org.karlworkbench.debug.trial.Question;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.elf.Progress;

/** A person who says of each kernel whether it works: {@code y}, {@code n}, {@code s} for cannot tell, u(ndo), q(uit). */
final class TerminalTest implements KernelTest {
    private static final long POLL_MILLIS = 100;
    private static final String END = "q";

    private final InputStream in;
    private final PrintStream err;
    private BlockingQueue<String> lines;

    /**
     * Asks somebody.
     *
     * @param in where the replies come from, a line each
     * @param err where the questions go
     */
    TerminalTest(InputStream in, PrintStream err) {
        this.in = in;
        this.err = err;
    }

    @Override
    public String words() {
        return "a person's yes and no";
    }

    @Override
    public Reply ask(Question question, Progress progress) {
        err.println(question.number() + ". " + Printable.of(question.kernel().toString()));
        while (true) {
            err.print(
                    "   works? y(es), n(o), s(kip: cannot tell), " + (question.undo() ? "u(ndo), " : "") + "q(uit): ");
            err.flush();
            switch (line(progress).strip().toLowerCase(Locale.ROOT)) {
                case "y", "yes" -> {
                    return Reply.WORKS;
                }
                case "n", "no" -> {
                    return Reply.FAILS;
                }
                case "s", "skip" -> {
                    return Reply.UNKNOWN;
                }
                case "u", "undo" -> {
                    if (question.undo()) {
                        return Reply.UNDO;
                    }
                }
                case END, "quit" -> throw new CancellationException("cancelled");
                default -> {
                    // asked again
                }
            }
        }
    }

    /** Reading waits for a key and for nothing else, so that Ctrl-C would wait too: another thread reads. */
    private String line(Progress progress) {
        if (lines == null) {
            lines = new LinkedBlockingQueue<>();
            Thread.ofPlatform().daemon().name("replies").start(this::read);
        }
        try {
            String line = lines.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
            while (line == null) {
                progress.checkCancelled();
                line = lines.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("cancelled");
        }
    }

    private void read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            // nobody is there any more, as at the end
        }
        lines.add(END);
    }
}
