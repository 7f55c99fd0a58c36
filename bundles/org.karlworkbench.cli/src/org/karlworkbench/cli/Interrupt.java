package org.karlworkbench.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C as a cancel, and SIGTERM and SIGHUP alike: the verb that runs is asked to stop, and the process waits until it
 * has ended its linker and removed what was half done.
 */
final class Interrupt {
    private static final long PATIENCE_SECONDS = 10;
    private static final AtomicBoolean REQUESTED = new AtomicBoolean();
    private static final CountDownLatch DONE = new CountDownLatch(1);

    private Interrupt() {}

    static void arm() {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(Interrupt::stop, "interrupt"));
        } catch (IllegalStateException e) {
            REQUESTED.set(true); // the process is ending already
        }
    }

    static boolean requested() {
        return REQUESTED.get();
    }

    /** The verb has come to its end; returns the exit status of the process. */
    static int finish(int status) {
        DONE.countDown();
        return REQUESTED.get() ? Karl.CANCELLED : status;
    }

    private static void stop() {
        REQUESTED.set(true);
        try {
            if (DONE.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                // once the hooks are through, the machine would end with a status that tells the signal
                Runtime.getRuntime().halt(Karl.CANCELLED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
