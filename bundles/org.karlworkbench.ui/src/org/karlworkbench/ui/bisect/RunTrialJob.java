package org.karlworkbench.ui.bisect;

import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.emulator.EmulatorRun;
import org.karlworkbench.machine.emulator.RunListener;
import org.karlworkbench.machine.emulator.RunRequest;
import org.karlworkbench.machine.emulator.RunResult;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.relink.KarlConsole;
import org.karlworkbench.ui.relink.KarlJob;

/** Boots a kernel that is asked about; what it says is in the console. */
final class RunTrialJob extends KarlJob {
    private final Path kernel;

    RunTrialJob(Path kernel, int number) {
        super("Running Kernel " + number + " of the Bisection", "boot");
        this.kernel = kernel;
    }

    @Override
    protected void work(KarlConsole console, MonitorProgress progress) throws EngineException {
        RunResult result = new EmulatorRun(RunRequest.of(kernel), RunListener.NONE).run(progress);
        result.serial().lines().forEach(console::say);
        console.head(getName() + ": " + (result.booted() ? "it booted" : "it did not boot") + " in "
                + Formats.millis(result.millis()));
    }
}
