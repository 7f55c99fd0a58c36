package org.karlworkbench.ui;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Display;

/**
 * Answers questions on a thread of their own, such as those that come with each letter that is typed: a new question ends
 * the one before, and only the latest is answered. To be used on the UI thread.
 */
public final class LatestAnswer {
    private final Display display;
    private final String name;
    private final AtomicInteger latest = new AtomicInteger();
    private ExecutorService thread;

    /**
     * Nothing is asked yet.
     *
     * @param display whose thread gets the answers
     * @param name of the thread
     */
    public LatestAnswer(Display display, String name) {
        this.display = display;
        this.name = name;
    }

    /**
     * A question.
     *
     * @param <V> what the answer is
     */
    public interface Question<V> {
        /**
         * Answers it.
         *
         * @param stale true when nobody wants the answer any more
         * @throws CancellationException when it has ended for that
         */
        V answer(BooleanSupplier stale);
    }

    /**
     * Asks.
     *
     * @param <V> what the answer is
     * @param question answered on the other thread
     * @param done gets the answer, unless another question comes first
     */
    public <V> void ask(Question<V> question, Consumer<V> done) {
        forget();
        int ticket = latest.get();
        thread().execute(() -> {
            try {
                V answer = question.answer(() -> latest.get() != ticket);
                deliver(ticket, () -> done.accept(answer));
            } catch (CancellationException e) {
                // A newer question is being answered instead.
                return;
            }
        });
    }

    private void deliver(int ticket, Runnable done) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (latest.get() == ticket) {
                    done.run();
                }
            });
        }
    }

    private ExecutorService thread() {
        if (thread == null) {
            thread = Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name(name).factory());
        }
        return thread;
    }

    /** Leaves the last question unanswered. */
    public void forget() {
        latest.incrementAndGet();
    }

    /** Ends the thread; nothing is answered any more. */
    public void stop() {
        forget();
        if (thread != null) {
            thread.shutdownNow();
        }
    }
}
