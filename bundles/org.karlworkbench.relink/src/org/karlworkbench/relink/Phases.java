package org.karlworkbench.relink;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.karlworkbench.elf.Progress;

/** Tells the progress of each phase as it begins, and how long each took. */
final class Phases {
    private final Progress progress;
    private final Map<String, Duration> times = new LinkedHashMap<>();
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
            times.merge(phase, Duration.ofNanos(now - phaseBegun), Duration::plus);
        }
        phase = null;
        phaseBegun = now;
    }

    /** The time since this was made. */
    Duration total() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** The time of each phase, in the order of the phases that have ended. */
    Map<String, Duration> times() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(times));
    }
}
