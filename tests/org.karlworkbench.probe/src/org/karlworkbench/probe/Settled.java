package org.karlworkbench.probe;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/**
 * Looks at what may still be changing, until it does not: on a cold or busy machine nobody knows how long that takes. There
 * are two minutes for all looks; what is seen when they are over is told as it is.
 */
final class Settled {
    private static final long ALL = TimeUnit.MINUTES.toNanos(2);

    private final Display display;
    private final long end = System.nanoTime() + ALL;

    Settled(Display display) {
        this.display = display;
    }

    /** What is seen on the UI thread when two looks in a row have seen it, so far apart, and no Job works. */
    <T> T look(long apart, Supplier<T> look) throws InterruptedException {
        T before = ask(look);
        while (true) {
            Thread.sleep(apart);
            T now = ask(look);
            if (now.equals(before) && isQuiet() || System.nanoTime() > end) {
                return now;
            }
            before = now;
        }
    }

    /** Waits until something is so on the UI thread. */
    void until(Supplier<Boolean> condition) throws InterruptedException {
        while (!ask(condition) && System.nanoTime() < end) {
            Thread.sleep(100);
        }
    }

    <T> T ask(Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        display.syncExec(() -> answer.set(question.get()));
        return answer.get();
    }

    /** Whether no Job works or is about to, but for the one in which the workbench has us look. */
    private static boolean isQuiet() {
        List<Integer> idle = List.of(Job.NONE, Job.SLEEPING);
        Job ours = Job.getJobManager().currentJob();
        return Arrays.stream(Job.getJobManager().find(null))
                .allMatch(job -> job == ours || idle.contains(job.getState()));
    }
}
