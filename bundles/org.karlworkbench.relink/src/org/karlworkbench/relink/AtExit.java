package org.karlworkbench.relink;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What must not stay behind when the virtual machine is ended in the middle of a relink: running linkers and temporary
 * folders. A user's Ctrl-C ends the machine without unwinding any thread.
 */
final class AtExit {
    private static final Set<Runnable> OPEN = ConcurrentHashMap.newKeySet();
    private static boolean hooked;

    private AtExit() {}

    /** Runs a clean-up when the machine ends, unless it is removed before. */
    static void add(Runnable cleanUp) {
        hook();
        OPEN.add(cleanUp);
    }

    /** Forgets a clean-up that is no longer needed. */
    static void remove(Runnable cleanUp) {
        OPEN.remove(cleanUp);
    }

    private static synchronized void hook() {
        if (!hooked) {
            hooked = true;
            try {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(Runnable::run), "relink clean-up"));
            } catch (IllegalStateException e) {
                hooked = false; // the machine is ending already: whoever added it cleans up by itself or not at all
            }
        }
    }
}
