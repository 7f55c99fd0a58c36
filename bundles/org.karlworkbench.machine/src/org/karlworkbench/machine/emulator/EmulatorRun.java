package org.karlworkbench.machine.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.PrivateFiles;
import org.karlworkbench.kit.source.TempFolder;

/**
 * One run of a kernel in QEMU: started, watched until it has booted or given up, looked at, ended. {@link #run} does all
 * of it on the caller's thread; {@link #type} and {@link #cancel} may be called from another meanwhile.
 */
public final class EmulatorRun {
    /** The longest path of a socket (sun_path of unix(7), with its null byte). */
    private static final int SOCKET_PATH = 107;

    private final RunRequest request;
    private final RunListener listener;
    private volatile boolean cancelled;
    private volatile Emulator emulator;

    private StartupState startup;
    private Ending first;
    private boolean booted;
    private long millis;

    /**
     * A run that has not begun.
     *
     * @param request what to start and what to wait for
     * @param listener told what the kernel says
     */
    public EmulatorRun(RunRequest request, RunListener listener) {
        this.request = request;
        this.listener = listener;
    }

    /** Ends the run within a fraction of a second. */
    public void cancel() {
        cancelled = true;
    }

    /**
     * Types at the kernel's console.
     *
     * @param text as keys send it: {@code \r} for Return
     * @throws EngineException if the machine is gone
     */
    public void type(String text) throws EngineException {
        Emulator running = emulator;
        if (running != null) {
            try {
                running.serial().type(text);
            } catch (IOException e) {
                throw failed("cannot be typed at: " + e.getMessage(), e);
            }
        }
    }

    /**
     * Runs it, once.
     *
     * @param progress told of phases; asked for cancel
     * @return what came of it
     * @throws EngineException if the kernel is none, or if the emulator is missing or fails
     * @throws java.util.concurrent.CancellationException if it was cancelled; the emulator has ended then
     */
    public RunResult run(Progress progress) throws EngineException {
        Progress both = new Cancelling(progress, () -> cancelled);
        KernelImage kernel = KernelImage.read(request.kernel());
        long stop = request.stopAt() == null ? 0 : kernel.address(request.stopAt());
        checkNames();
        both.begin("booting", 0);
        startup = StartupProbe.unknown(kernel);
        long begin = System.nanoTime();
        try (TempFolder folder = TempFolder.create();
                Emulator started = Emulator.start(kernel, request, folder, both);
                Watcher watcher = new Watcher(started, request, listener, both)) {
            emulator = started;
            Ending ending = begin(started, watcher, stop);
            millis = (watcher.seen() - begin) / 1_000_000;
            ending = goOn(started, watcher, ending, stop, both);
            if (request.dump() != null && started.isAlive()) {
                both.begin("writing memory", 0);
                MemoryDump.write(started, request.dump());
            }
            String serial = started.serial().log().text();
            Loader loader = kernel.loader(request.loader());
            return new RunResult(booted, ending.reason(), ending.detail(), millis, serial, startup, loader);
        } catch (IOException e) {
            throw failed("cannot be watched: " + e.getMessage(), e);
        } finally {
            emulator = null;
            removeSocket();
        }
    }

    /** The emulator is ended too quickly to do it. */
    private void removeSocket() throws EngineException {
        try {
            if (request.gdb() != null) {
                Files.deleteIfExists(request.gdb());
            }
        } catch (IOException e) {
            throw EngineException.io(request.gdb(), e);
        }
    }

    private Ending begin(Emulator started, Watcher watcher, long stop) throws IOException {
        if (request.stopAt() == null) {
            started.qmp().execute("cont", null);
        } else {
            Path socket = request.gdb() == null ? started.socket(QemuCommand.GDB) : request.gdb();
            watcher.watch(new GdbStub(socket.toAbsolutePath(), stop));
        }
        return watcher.next();
    }

    /** With a debugger's socket, or with keys typed, the machine stays until it ends, or its time; else the first ending is the last. */
    private Ending goOn(Emulator started, Watcher watcher, Ending ending, long stop, Progress progress)
            throws IOException, EngineException {
        Ending last = ending;
        while (last.goesOn()) {
            if (last.reason() == Reason.EXPECTED && !booted) {
                booted = true;
                look(started, progress);
                listener.booted(startup);
                answer();
            }
            first = first == null ? last : first;
            if (!request.goesOn()) {
                return last;
            }
            if (last.reason() == Reason.STOPPED) {
                listener.stopped(request.stopAt(), stop, request.gdb());
            }
            last = watcher.next();
        }
        boolean over = last.reason() == Reason.TIMEOUT || last.reason() == Reason.ENDED;
        return over && first != null ? first : last;
    }

    private void look(Emulator started, Progress progress) throws IOException, EngineException {
        started.qmp().execute("stop", null);
        startup = new StartupProbe(started).look(progress);
        if (request.goesOn()) {
            letGoOn(started);
        }
    }

    private void answer() throws EngineException {
        if (request.typed() != null) {
            type(request.typed());
        }
    }

    private static void letGoOn(Emulator started) throws IOException {
        try {
            started.qmp().execute("cont", null);
        } catch (Qmp.RefusedException e) {
            // somebody typed, and the kernel reset the machine before it stood: that is the next ending
        }
    }

    /** QEMU would take away whatever has the socket's name. */
    private void checkNames() throws EngineException {
        if (request.dump() != null) {
            PrivateFiles.requireReplaceable(request.dump());
        }
        Path gdb = request.gdb();
        if (gdb == null) {
            return;
        }
        Path absolute = gdb.toAbsolutePath();
        if (absolute.toString().length() > SOCKET_PATH) {
            throw new EngineException("io", gdb.toString(), null, "is too long for a socket", "name a shorter path");
        }
        if (Files.exists(absolute, LinkOption.NOFOLLOW_LINKS) || !Files.isDirectory(absolute.getParent())) {
            throw new EngineException(
                    "io", gdb.toString(), null, "cannot become a socket", "name a new file in a folder that is there");
        }
    }

    private EngineException failed(String problem, IOException e) {
        return new EngineException("emulator-failed", request.kernel().toString(), null, problem, null, e);
    }
}
