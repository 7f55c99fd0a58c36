package org.karlworkbench.ui.kernel;

import java.util.function.Consumer;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;

/**
 * What a part reads in Jobs, of which it wants the latest only: what begins ends what was read before, of which nothing is
 * heard any more. To be used on the UI thread.
 */
public final class Reading {
    private final Control owner;
    private final boolean quiet;
    private final long delay;
    private Job job;
    private int latest;

    /**
     * Nothing is read yet.
     *
     * @param owner the control that shows what is read; nothing is read when it is gone
     */
    public Reading(Control owner) {
        this(owner, false, 0);
    }

    private Reading(Control owner, boolean quiet, long delay) {
        this.owner = owner;
        this.quiet = quiet;
        this.delay = delay;
        owner.addDisposeListener(_ -> stop());
    }

    /**
     * Reading that the Progress view does not show, because there is much of it and each takes little time.
     *
     * @param owner the control that shows what is read
     * @param delay how many milliseconds each waits for a later one, before it begins
     */
    public static Reading quiet(Control owner, long delay) {
        return new Reading(owner, true, delay);
    }

    /**
     * Reads something.
     *
     * @param <V> what is read
     * @param name what is done
     * @param reader reads
     * @param done takes what was read
     * @param failed takes one line that says why there is nothing
     */
    public <V> void start(String name, ReadJob.Reader<V> reader, Consumer<V> done, Consumer<String> failed) {
        stop();
        int ticket = latest;
        job = new ReadJob<>(name, owner, reader, unlessLater(ticket, done), unlessLater(ticket, failed));
        job.setSystem(quiet);
        job.schedule(delay);
    }

    private <V> Consumer<V> unlessLater(int ticket, Consumer<V> taker) {
        return value -> {
            if (ticket == latest) {
                taker.accept(value);
            }
        };
    }

    /** Ends what is being read, and nothing is heard of it. */
    public void stop() {
        latest++;
        if (job != null) {
            job.cancel();
            job = null;
        }
    }
}
