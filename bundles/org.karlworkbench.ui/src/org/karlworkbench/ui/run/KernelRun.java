package org.karlworkbench.ui.run;

import java.nio.file.Path;
import java.time.Instant;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.source.TempFolder;
import org.karlworkbench.machine.emulator.EmulatorRun;
import org.karlworkbench.machine.emulator.RunListener;
import org.karlworkbench.machine.emulator.RunResult;
import org.karlworkbench.machine.emulator.StartupState;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Problems;

/** One run of a kernel, as the workbench shows it. It changes on the thread that runs it; {@link KernelRuns} tells of it. */
final class KernelRun implements RunListener {
    private final Path kernel;
    private final RunSettings settings;
    private final Instant started = Instant.now();
    private final long begin = System.nanoTime();
    private final RunConsole console;
    private volatile EmulatorRun engine;
    private volatile Path socket;
    private volatile StartupState startup;
    private volatile String stopped;
    private volatile RunResult result;
    private volatile String failure;
    private volatile boolean ended;

    KernelRun(Path kernel, RunSettings settings) {
        this.kernel = kernel;
        this.settings = settings;
        this.console = new RunConsole(this);
    }

    /**
     * Runs it, once, and tells the views of it.
     *
     * @return what came of it
     */
    RunResult run(Progress progress) throws EngineException {
        try (TempFolder folder = TempFolder.forSockets()) {
            var request = settings.request(kernel, folder.path());
            socket = request.gdb();
            engine = new EmulatorRun(request, this);
            KernelRuns.changed();
            result = engine.run(progress);
            startup = result.startup();
            return result;
        } catch (EngineException | RuntimeException e) {
            failure = Problems.cancelled(e) ? "cancelled after " + Formats.millis(millis()) : Problems.line(e);
            throw e;
        } finally {
            ended = true;
            socket = null;
            console.ended();
            KernelRuns.changed();
        }
    }

    /** Ends it at once. */
    void terminate() {
        EmulatorRun running = engine;
        if (running != null) {
            running.cancel();
        }
    }

    /** Types at the kernel's console, where it still runs. */
    void type(String keys) {
        EmulatorRun running = engine;
        if (running != null && !ended) {
            try {
                running.type(keys);
            } catch (EngineException e) {
                Problems.log(e);
            }
        }
    }

    @Override
    public void serial(String text) {
        console.say(text);
    }

    @Override
    public void stopped(String symbol, long address, Path at) {
        stopped = symbol;
        KernelRuns.changed();
    }

    @Override
    public void booted(StartupState state) {
        startup = state;
        KernelRuns.changed();
    }

    Path kernel() {
        return kernel;
    }

    String name() {
        return kernel.getFileName().toString();
    }

    Instant started() {
        return started;
    }

    RunSettings settings() {
        return settings;
    }

    RunConsole console() {
        return console;
    }

    /** How long it has been running, or ran until it ended, in milliseconds. */
    long millis() {
        return result != null ? result.millis() : (System.nanoTime() - begin) / 1_000_000;
    }

    /** Where a debugger finds it; null where none can. */
    Path socket() {
        return socket;
    }

    /** What is left of the startup code; null before it was looked at. */
    StartupState startup() {
        return startup;
    }

    /** The symbol at which it stood last; null for none. */
    String stopped() {
        return stopped;
    }

    /** What came of it; null before, and where nothing did. */
    RunResult result() {
        return result;
    }

    /** Why nothing came of it; null as long as something may. */
    String failure() {
        return failure;
    }

    boolean isEnded() {
        return ended;
    }
}
