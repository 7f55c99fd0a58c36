package org.karlworkbench.ui.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.ui.PlatformUI;
import org.karlworkbench.machine.emulator.StartupState;

/** What the runs of this session found of kernels' startup code, as long as their files are the same. */
public final class MeasuredStartup {
    private static final Map<Path, Measured> FOUND = new ConcurrentHashMap<>();
    private static final List<Runnable> LISTENERS = new CopyOnWriteArrayList<>();

    private record Measured(Stamp stamp, StartupState state) {}

    /**
     * By what a file is known again.
     *
     * @param kernel the kernel's file
     * @param size its size in bytes
     * @param time when it was written last
     */
    public record Stamp(Path kernel, long size, FileTime time) {}

    private MeasuredStartup() {}

    /**
     * How a file is now.
     *
     * @param kernel the kernel's file
     * @return its stamp; null if there is no such file
     */
    public static Stamp stamp(Path kernel) {
        try {
            return new Stamp(kernel, Files.size(kernel), Files.getLastModifiedTime(kernel));
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * Keeps what a run found, if it found anything.
     *
     * @param before the kernel's stamp before the run; may be null
     * @param state what was found
     */
    public static void keep(Stamp before, StartupState state) {
        if (before == null || state.verified() == null || !before.equals(stamp(before.kernel()))) {
            return;
        }
        FOUND.put(before.kernel(), new Measured(before, state));
        if (PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> LISTENERS.forEach(Runnable::run));
        }
    }

    /**
     * What the last run of a kernel found.
     *
     * @param kernel the kernel's file
     * @return the startup code's state; empty if it was not run, or is another file since
     */
    public static Optional<StartupState> of(Path kernel) {
        Measured measured = FOUND.get(kernel);
        return measured != null && measured.stamp().equals(stamp(kernel))
                ? Optional.of(measured.state())
                : Optional.empty();
    }

    /** Tells somebody on the UI thread of what is found. */
    static void listen(Runnable listener) {
        LISTENERS.add(listener);
    }

    static void forget(Runnable listener) {
        LISTENERS.remove(listener);
    }
}
