package org.karlworkbench.ui.run;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.progress.IProgressConstants;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.emulator.RunResult;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.kernel.MeasuredStartup;
import org.karlworkbench.ui.relink.Outcome;

/** Runs a kernel; its cancel ends the machine. A kernel that does not boot is an answer; only what cannot run is a failure. */
final class RunJob extends Job {
    private final KernelRun run;

    RunJob(KernelRun run) {
        super("Running " + run.name());
        this.run = run;
        setPriority(LONG);
        setProperty(IProgressConstants.ICON_PROPERTY, Images.descriptor("run"));
        setProperty(IProgressConstants.NO_IMMEDIATE_ERROR_PROMPT_PROPERTY, true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        MeasuredStartup.Stamp before = MeasuredStartup.stamp(run.kernel());
        try {
            RunResult result = run.run(new MonitorProgress(monitor, getName()));
            MeasuredStartup.keep(before, result.startup());
            return Status.OK_STATUS;
        } catch (EngineException | RuntimeException e) {
            return Problems.cancelled(e) ? Status.CANCEL_STATUS : Outcome.failed(getName(), e);
        }
    }

    @Override
    protected void canceling() {
        run.terminate();
    }
}
