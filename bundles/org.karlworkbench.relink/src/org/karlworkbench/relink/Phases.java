package org.karlworkbench.relink;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.karlworkbench.elf.Progress;

/** Tells the progress of each phase as it begins, and how long each took. */
final class Phases {
    private final Progress progress;
    private final Map<String, Long> millis = new LinkedHashMap<>();
    private final long begun = System.nanoTime();
    private long phaseBegun = begun;
    private String phase;

    Phases(Progress progress) {
        this.progress = progress;
    }

    /** A phase begins, and the one before it has ended; here a relink can be cancelled. */
    void begin(String name, String words) {
        end();
        progress.checkCancelled();
        phase = name;
        progress.begin(words, 0);
    }

    /** The last phase has ended. */
    void end() {
        long now = System.nanoTime();
        if (phase != null) {
            millis.merge(phase, TimeUnit.NANOSECONDS.toMillis(now - phaseBegun), Long::sum);
        }
        phase = null;
        phaseBegun = now;
    }

    /** Milliseconds since this was made. */
    long total() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    /** Milliseconds by phase, in the order of the phases that have ended. */
    Map<String, Long> millis() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(millis));
    }
}
