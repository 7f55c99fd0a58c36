package org.karlworkbench.kit.source;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * What must not stay behind when the virtual machine is ended in the middle of a relink or a run: tools and temporary
 * folders. A user's Ctrl-C ends the machine without unwinding any thread. What came last goes first: a tool ends before the
 * folder goes in which it writes.
 */
public final class AtExit {
    private static final Deque<Runnable> OPEN = new ConcurrentLinkedDeque<>();
    private static boolean hooked;

    private AtExit() {}

    /**
     * Runs a clean-up when the machine ends, unless it is removed before.
     *
     * @param cleanUp what to do, in a thread of its own
     */
    public static void add(Runnable cleanUp) {
        hook();
        OPEN.addFirst(cleanUp);
    }

    /**
     * Forgets a clean-up that is no longer needed.
     *
     * @param cleanUp the same object
     */
    public static void remove(Runnable cleanUp) {
        OPEN.remove(cleanUp);
    }

    private static synchronized void hook() {
        if (!hooked) {
            hooked = true;
            try {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(Runnable::run), "clean-up"));
            } catch (IllegalStateException e) {
                hooked = false; // the machine is ending already: whoever added it cleans up by itself or not at all
            }
        }
    }
}
