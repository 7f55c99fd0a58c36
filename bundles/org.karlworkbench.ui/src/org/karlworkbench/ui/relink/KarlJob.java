package org.karlworkbench.ui.relink;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.progress.IProgressConstants;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.Problems;

/**
 * A long Job of the engine. What it says goes to the console; a failure is one clear line in console, status line and Error
 * Log, and no dialog.
 */
public abstract class KarlJob extends Job {
    /**
     * A Job that has not begun.
     *
     * @param what what is done to what, such as {@code Relinking demo}
     * @param icon its picture
     */
    protected KarlJob(String what, String icon) {
        super(what);
        setPriority(Job.LONG);
        setProperty(IProgressConstants.ICON_PROPERTY, Images.descriptor(icon));
        setProperty(IProgressConstants.NO_IMMEDIATE_ERROR_PROMPT_PROPERTY, true);
    }

    /**
     * Does it, and shows what came of it.
     *
     * @param console where tools speak
     * @param progress shown by the platform
     * @throws EngineException what is told as a failure
     */
    protected abstract void work(KarlConsole console, MonitorProgress progress) throws EngineException;

    /**
     * What a Job that was cancelled leaves.
     *
     * @return a clause
     */
    protected String whatIsLeft() {
        return "nothing was changed";
    }

    @Override
    protected final IStatus run(IProgressMonitor monitor) {
        KarlConsole console = KarlConsole.get();
        console.head(getName());
        try {
            work(console, new MonitorProgress(monitor, getName(), console::say));
            return Status.OK_STATUS;
        } catch (EngineException | RuntimeException e) {
            return failed(console, e);
        }
    }

    private IStatus failed(KarlConsole console, Throwable problem) {
        if (Problems.cancelled(problem)) {
            console.head(getName() + " was cancelled; " + whatIsLeft());
            return Status.CANCEL_STATUS;
        }
        return Outcome.failed(getName(), problem);
    }
}
