package org.karlworkbench.ui.relink;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.progress.IProgressConstants;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.Problems;

/**
 * A Job that links a kernel of a kit. The linker's words go to the console; a failure is one clear line in console,
 * status line and Error Log, and no dialog.
 */
public abstract class LinkJob extends Job {
    private final String what;

    /**
     * A Job that has not begun.
     *
     * @param what what is done to what, such as {@code Relinking demo}
     * @param kitFile the kit's file, or that of the machine
     */
    protected LinkJob(String what, IFile kitFile) {
        super(what);
        this.what = what;
        setRule(new OneAtATime(kitFile));
        setPriority(Job.LONG);
        setProperty(IProgressConstants.ICON_PROPERTY, Images.descriptor("relink"));
        setProperty(IProgressConstants.NO_IMMEDIATE_ERROR_PROMPT_PROPERTY, true);
    }

    /** Two relinks of one kit would choose the same name for their kernels. */
    private record OneAtATime(IFile kitFile) implements ISchedulingRule {
        @Override
        public boolean contains(ISchedulingRule rule) {
            return rule == this;
        }

        @Override
        public boolean isConflicting(ISchedulingRule rule) {
            return rule instanceof OneAtATime other && other.kitFile.equals(kitFile);
        }
    }

    /**
     * Links, and shows what came of it.
     *
     * @param console where linkers speak
     * @param progress shown by the platform
     * @throws EngineException what is told as a failure
     */
    protected abstract void link(KarlConsole console, MonitorProgress progress) throws EngineException;

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
        console.head(what);
        try {
            link(console, new MonitorProgress(monitor, getName(), console::say));
            return Status.OK_STATUS;
        } catch (EngineException | RuntimeException e) {
            return failed(console, e);
        }
    }

    private IStatus failed(KarlConsole console, Throwable problem) {
        if (Problems.cancelled(problem)) {
            console.head(what + " was cancelled; " + whatIsLeft());
            return Status.CANCEL_STATUS;
        }
        return Outcome.failed(what, problem);
    }
}
