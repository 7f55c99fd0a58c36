package org.karlworkbench.bench.window;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.open.Opener;

/** The workbench's window, from a thread that is not its own. */
final class Desk {
    private static final int SECONDS = 60;

    private Desk() {}

    static <T> T ask(Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        display().syncExec(() -> answer.set(question.get()));
        return answer.get();
    }

    static void run(Runnable action) {
        display().syncExec(action);
    }

    static Display display() {
        return PlatformUI.getWorkbench().getDisplay();
    }

    /** To be used on the UI thread. */
    static Shell window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
    }

    /** To be used on the UI thread. */
    static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }

    /** Waits until the window is to be seen and has done what it began. */
    static void answers() {
        while (!ask(() -> window().isVisible())) {
            Thread.onSpinWait();
        }
    }

    /** Opens a kernel; returns when its map is painted, after so many milliseconds. */
    static double open(Path kernel) throws Exception {
        CompletableFuture<Long> painted = new CompletableFuture<>();
        Listener watch = event -> {
            if (event.widget instanceof AddressMap map && !map.model().isEmpty() && !painted.isDone()) {
                // this filter runs before the map's own listener; what is queued now runs after it
                map.getDisplay().asyncExec(() -> painted.complete(System.nanoTime()));
            }
        };
        run(() -> display().addFilter(SWT.Paint, watch));
        long start = System.nanoTime();
        run(() -> Opener.kernel(page(), kernel));
        long end = painted.get(SECONDS, TimeUnit.SECONDS);
        run(() -> display().removeFilter(SWT.Paint, watch));
        return (end - start) / 1e6;
    }

    /** Closes all editors and waits until nothing works any more. */
    static void clear() throws InterruptedException {
        run(() -> page().closeAllEditors(false));
        settle();
    }

    static void settle() throws InterruptedException {
        Job.getJobManager().wakeUp(null);
        for (int i = 0; i < 50 && !Job.getJobManager().isIdle(); i++) {
            Thread.sleep(100);
        }
        Thread.sleep(500);
    }

    /** The map of the kernel that is shown; to be used on the UI thread. */
    static AddressMap map() {
        return find(window());
    }

    private static AddressMap find(Composite parent) {
        for (Control child : parent.getChildren()) {
            if (child instanceof AddressMap map && map.isVisible()) {
                return map;
            }
            AddressMap found = child instanceof Composite composite ? find(composite) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    static void close() {
        display().asyncExec(() -> PlatformUI.getWorkbench().close());
    }
}
