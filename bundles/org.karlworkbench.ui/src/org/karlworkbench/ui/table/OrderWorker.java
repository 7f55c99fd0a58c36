package org.karlworkbench.ui.table;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Display;

/**
 * Makes the order of a table's rows. Small tables at once; large ones on a thread of their own, where only the latest
 * question is answered.
 */
final class OrderWorker {
    private static final int SMALL = 4_000;

    private final Display display;
    private final AtomicInteger latest = new AtomicInteger();
    private ExecutorService thread;

    OrderWorker(Display display) {
        this.display = display;
    }

    /** Asks for an order; {@code done} gets it on the UI thread, unless another question comes first. */
    void ask(List<Column> columns, int count, Filter filter, RowOrder.Sort sort, Consumer<RowOrder> done) {
        int ticket = latest.incrementAndGet();
        if (count <= SMALL && !filter.isSlow()) {
            done.accept(RowOrder.of(columns, count, filter, sort, () -> false));
            return;
        }
        thread().execute(() -> {
            try {
                RowOrder order = RowOrder.of(columns, count, filter, sort, () -> latest.get() != ticket);
                deliver(ticket, order, done);
            } catch (CancellationException e) {
                // A newer question is being answered instead.
                return;
            }
        });
    }

    private void deliver(int ticket, RowOrder order, Consumer<RowOrder> done) {
        if (display.isDisposed()) {
            return;
        }
        display.asyncExec(() -> {
            if (latest.get() == ticket) {
                done.accept(order);
            }
        });
    }

    private ExecutorService thread() {
        if (thread == null) {
            thread = Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("Table Order").factory());
        }
        return thread;
    }

    /** Leaves the last question unanswered. */
    void forget() {
        latest.incrementAndGet();
    }

    /** Ends the thread; nothing is delivered any more. */
    void stop() {
        forget();
        if (thread != null) {
            thread.shutdownNow();
        }
    }
}
