package org.karlworkbench.ui.tests;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks the UI thread again and again, and remembers how much it worked between two answers. Its own processor time is
 * what counts: that another program keeps the machine busy is no fault of the workbench.
 */
final class Latency implements AutoCloseable {
    private static final long OFTEN = TimeUnit.MILLISECONDS.toNanos(2);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Thread ui = Ui.display().getThread();
    private final Thread asking = new Thread(this::ask, "asks the UI thread");
    private volatile boolean ended;
    private volatile long worst;
    private volatile String doing = "";

    /** Begins to ask. */
    static Latency measure() {
        Latency latency = new Latency();
        latency.asking.setDaemon(true);
        latency.asking.start();
        return latency;
    }

    private void ask() {
        while (!ended) {
            long before = THREADS.getThreadCpuTime(ui.threadId());
            AtomicBoolean answered = new AtomicBoolean();
            String stack = "";
            Ui.display().asyncExec(() -> answered.set(true));
            while (!answered.get() && !ended) {
                LockSupport.parkNanos(OFTEN);
                stack = THREADS.getThreadCpuTime(ui.threadId()) - before > TimeUnit.MILLISECONDS.toNanos(200)
                                && stack.isEmpty()
                        ? Arrays.toString(ui.getStackTrace())
                        : stack;
            }
            remember(TimeUnit.NANOSECONDS.toMillis(THREADS.getThreadCpuTime(ui.threadId()) - before), stack);
        }
    }

    private void remember(long millis, String stack) {
        if (millis > worst) {
            worst = millis;
            doing = stack;
        }
    }

    /** The longest time in milliseconds for which the UI thread worked without answering. */
    long worst() {
        return worst;
    }

    /** What it did then, when that took long. */
    String doing() {
        return doing;
    }

    @Override
    public void close() {
        ended = true;
    }
}
