package org.karlworkbench.ui.motion;

import java.util.concurrent.TimeUnit;

/** How long slow motion takes. For the UI thread only. */
public final class Pace {
    private static final long USUAL = TimeUnit.MILLISECONDS.toNanos(1_600);
    private static final long FOR_AN_AUDIENCE = TimeUnit.MILLISECONDS.toNanos(4_000);

    private static boolean audience;

    private Pace() {}

    /** Sets whether many people look on, who have to find on a wall what moves: everything takes longer then. */
    public static void forAnAudience(boolean on) {
        audience = on;
    }

    /** Whether many people look on. */
    public static boolean isForAnAudience() {
        return audience;
    }

    /** From the beginning of a flight to its end, in nanoseconds. */
    static long nanos() {
        return audience ? FOR_AN_AUDIENCE : USUAL;
    }
}
