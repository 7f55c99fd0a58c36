package org.karlworkbench.relink.tests;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.karlworkbench.elf.Progress;

/** Notes what is said, and cancels some time after the link has begun. */
final class Listener implements Progress {
    private final List<String> said;
    private final long patience;
    private long linking;

    Listener(List<String> said, long patienceMillis) {
        this.said = said;
        this.patience = patienceMillis;
    }

    @Override
    public void begin(String phase, int steps) {
        if (phase.startsWith("linking")) {
            linking = System.nanoTime();
        }
    }

    @Override
    public void worked(int steps) {}

    @Override
    public void say(String line) {
        said.add(line);
    }

    @Override
    public boolean cancelled() {
        return linking != 0 && millisSinceCancel() >= 0;
    }

    long millisSinceCancel() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - linking) - patience;
    }

    /** Whether a process runs that has a word among its arguments. */
    static boolean runs(String word) {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().arguments())
                .flatMap(java.util.Optional::stream)
                .flatMap(java.util.Arrays::stream)
                .anyMatch(word::equals);
    }
}
