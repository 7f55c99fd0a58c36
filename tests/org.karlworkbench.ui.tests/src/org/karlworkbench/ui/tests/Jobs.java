package org.karlworkbench.ui.tests;

import java.util.Arrays;
import org.eclipse.core.runtime.jobs.Job;

/** What the workbench does in the background. */
final class Jobs {
    private Jobs() {}

    /** Cancels all Jobs whose names begin so. */
    static void cancel(String name) {
        Arrays.stream(Job.getJobManager().find(null))
                .filter(job -> job.getName().startsWith(name))
                .forEach(Job::cancel);
    }

    /** Whether a Job is there whose name begins so. */
    static boolean running(String name) {
        return Arrays.stream(Job.getJobManager().find(null))
                .anyMatch(job -> job.getName().startsWith(name) && job.getState() != Job.NONE);
    }

    /** Waits until no Job works or is about to. */
    static void allEnded() {
        Ui.until("no Job works", Job.getJobManager()::isIdle);
    }

    /** Waits until all Jobs whose names begin so have ended. */
    static void ended(String name) {
        Ui.until("the Job " + name + " has ended", () -> !running(name));
    }
}
