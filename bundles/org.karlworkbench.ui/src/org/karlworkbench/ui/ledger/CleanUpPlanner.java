package org.karlworkbench.ui.ledger;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.relink.ledger.CleanUp;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.kits.RelinkFolder;

/** Finds out in a Job what a clean-up would take; only the latest question is answered. To be used on the UI thread. */
final class CleanUpPlanner {
    private static final int SETTLE = 150;

    private final IFile kit;
    private final Display display;
    private final Consumer<CleanUp> done;
    private final Consumer<String> failed;
    private Job job;

    CleanUpPlanner(IFile kit, Display display, Consumer<CleanUp> done, Consumer<String> failed) {
        this.kit = kit;
        this.display = display;
        this.done = done;
        this.failed = failed;
    }

    void ask(CleanUp.Keep keep) {
        stop();
        Job[] self = {null};
        self[0] = Job.create("Checking What Would Go", monitor -> {
            return find(keep, new MonitorProgress(monitor, "Checking What Would Go"), self[0]);
        });
        job = self[0];
        job.setPriority(Job.SHORT);
        job.schedule(SETTLE);
    }

    private IStatus find(CleanUp.Keep keep, Progress progress, Job asking) {
        try {
            CleanUp plan = CleanUp.plan(RelinkFolder.ledger(kit, progress), keep, progress);
            tell(asking, () -> done.accept(plan));
        } catch (EngineException e) {
            tell(asking, () -> failed.accept(Problems.line(e)));
        } catch (CancellationException e) {
            return Status.CANCEL_STATUS; // another question is being answered
        }
        return Status.OK_STATUS;
    }

    private void tell(Job asking, Runnable words) {
        display.asyncExec(() -> {
            if (asking == job) {
                words.run();
            }
        });
    }

    /** Answers nothing any more. */
    void stop() {
        if (job != null) {
            job.cancel();
            job = null;
        }
    }
}
