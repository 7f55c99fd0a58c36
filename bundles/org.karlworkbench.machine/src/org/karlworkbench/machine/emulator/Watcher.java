package org.karlworkbench.machine.emulator;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.karlworkbench.elf.Progress;

/** Watches a machine until something happens that matters: on its serial port, in its protocol, or on the clock. */
final class Watcher implements AutoCloseable {
    private static final long POLL_MILLIS = 10;
    /** What is still to be said after the first sign of an end. */
    private static final Duration LAST_WORDS = Duration.ofMillis(300);

    private final Emulator emulator;
    private final SerialWatch serial;
    private final RunListener listener;
    private final Progress progress;
    private final long deadline;
    private GdbStub stub;
    private long seen;

    /**
     * A watcher of a machine that was just started.
     *
     * @param timeout from now on
     */
    Watcher(Emulator emulator, RunRequest request, RunListener listener, Progress progress) {
        this.emulator = emulator;
        this.serial = new SerialWatch(request.expect());
        this.listener = listener;
        this.progress = progress;
        this.deadline = System.nanoTime() + request.timeout().toNanos();
    }

    /** Also watches for a stop. */
    void watch(GdbStub stop) {
        stub = stop;
    }

    /**
     * Waits for the next ending.
     *
     * @throws IOException if the debugger's stub fails
     * @throws CancellationException if somebody wants an end
     */
    Ending next() throws IOException {
        while (true) {
            Optional<Ending> ending = look();
            if (ending.isPresent()) {
                seen = System.nanoTime();
                return settle(ending.get());
            }
            pause();
        }
    }

    /** Leaves a debugger's stub at which nothing has stopped. */
    @Override
    public void close() throws IOException {
        if (stub != null) {
            stub.close();
        }
    }

    /** When the last ending was noticed, as System.nanoTime tells it. */
    long seen() {
        return seen;
    }

    private Optional<Ending> look() throws IOException {
        progress.checkCancelled();
        boolean alive = emulator.isAlive();
        hear();
        Optional<Ending> said = serial.finding();
        if (said.isPresent()) {
            return said;
        }
        Optional<Ending> told = told();
        if (told.isPresent()) {
            return told;
        }
        if (!alive) {
            return Optional.of(new Ending(Reason.ENDED, emulator.words()));
        }
        if (stub != null && stub.hasStopped()) {
            stub.leave();
            stub = null;
            return Optional.of(new Ending(Reason.STOPPED, ""));
        }
        return System.nanoTime() - deadline > 0 ? Optional.of(new Ending(Reason.TIMEOUT, "")) : Optional.empty();
    }

    private void hear() {
        String text = emulator.serial().log().take();
        if (!text.isEmpty()) {
            serial.add(text);
            listener.serial(text);
        }
    }

    /** What the protocol tells: a reset, a power-off, a guest that says by itself that it panicked. */
    private Optional<Ending> told() {
        for (JsonObject event = emulator.qmp().event();
                event != null;
                event = emulator.qmp().event()) {
            JsonObject data = event.has("data") ? event.getAsJsonObject("data") : null;
            switch (Qmp.text(event, "event")) {
                case "SHUTDOWN" -> {
                    String why = Qmp.text(data, "reason");
                    return Optional.of(new Ending(why.contains("reset") ? Reason.RESET : Reason.SHUTDOWN, why));
                }
                case "GUEST_PANICKED" -> {
                    return Optional.of(new Ending(Reason.PANIC, "the guest says so"));
                }
                default -> {
                    // of no matter here
                }
            }
        }
        return Optional.empty();
    }

    /** Hears what else is said after an end, which makes the line whole and may tell more: a panic before a reset. */
    private Ending settle(Ending ending) {
        if (ending.goesOn() || ending.reason() == Reason.TIMEOUT) {
            return ending;
        }
        long end = System.nanoTime() + LAST_WORDS.toNanos();
        while (System.nanoTime() - end < 0 && emulator.isAlive()) {
            progress.checkCancelled();
            pause();
            hear();
        }
        if (!emulator.isAlive()) {
            emulator.serial().drain();
            hear();
        }
        return serial.finding()
                .filter(said ->
                        said.reason() == Reason.PANIC || !ending.reason().equals(Reason.PANIC))
                .orElse(ending);
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("cancelled");
        }
    }
}
