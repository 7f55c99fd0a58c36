package org.karlworkbench.compare.gadgets;

import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;

/** Lets the processors share work on stretches of a section. */
final class Stretches {
    private Stretches() {}

    /** What is done with one stretch, by any thread. */
    interface Work {
        void run(int from, int to) throws EngineException;
    }

    /**
     * Does all of it, unless it fails or is cancelled.
     *
     * @param cuts where the stretches begin, and the end
     * @throws java.util.concurrent.CancellationException if the progress is cancelled
     * @throws EngineException what the first failure was
     */
    static void forEach(int[] cuts, Progress progress, Work work) throws EngineException {
        AtomicReference<Exception> failure = new AtomicReference<>();
        IntStream.range(0, cuts.length - 1).parallel().forEach(i -> {
            if (failure.get() == null) {
                try {
                    progress.checkCancelled();
                    work.run(cuts[i], cuts[i + 1]);
                    synchronized (failure) {
                        progress.worked(1);
                    }
                } catch (EngineException | RuntimeException e) {
                    failure.compareAndSet(null, e);
                }
            }
        });
        switch (failure.get()) {
            case null -> {}
            case EngineException e -> throw e;
            case RuntimeException e -> throw e;
            default -> throw new IllegalStateException(failure.get());
        }
    }
}
