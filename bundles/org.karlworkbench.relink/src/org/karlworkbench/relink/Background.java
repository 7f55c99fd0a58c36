package org.karlworkbench.relink;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.karlworkbench.elf.EngineException;

/**
 * Work that goes on beside the relink: most of a relink is waiting for a linker or a disk.
 *
 * @param <T> what it gives
 */
final class Background<T> {
    /** Kept for a minute: starting one takes as long as many a piece of work. */
    private static final ExecutorService THREADS =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());

    private final FutureTask<T> task;

    private Background(FutureTask<T> task) {
        this.task = task;
    }

    /** Starts work that throws nothing but EngineException and unchecked ones. */
    static <T> Background<T> start(String name, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        THREADS.execute(() -> {
            Thread.currentThread().setName(name);
            task.run();
            Thread.currentThread().setName("idle");
        });
        return new Background<>(task);
    }

    /** Does work at once, on this thread: where many relinks keep all processors busy, another thread only costs. */
    static <T> Background<T> done(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        task.run();
        return new Background<>(task);
    }

    /**
     * Waits for the result.
     *
     * @throws EngineException what the work threw
     * @throws CancellationException when this thread is interrupted
     */
    T get() throws EngineException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("cancelled");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case EngineException fault -> throw fault;
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** Waits for the end, whatever the result: what it works on goes away now. */
    void settle() {
        boolean interrupted = false;
        while (!task.isDone()) {
            try {
                task.get();
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                break; // its failure comes second to the one that brought us here
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
