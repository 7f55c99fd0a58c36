package org.karlworkbench.ui.tests;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;

/**
 * The way to the UI thread. The tests run on a thread of their own, as a person sits before the screen: modal dialogs
 * and the workbench's own loop go on while a test waits.
 */
final class Ui {
    private static final long POLL = TimeUnit.MILLISECONDS.toNanos(20);
    /** Long, for where others keep the machine busy; what comes soon ends the wait at once. */
    private static final int SECONDS = 120;

    /** That is half a second, and more where the UI thread is busy. */
    private static final int LOOKS = 25;

    private Ui() {}

    static Display display() {
        return PlatformUI.getWorkbench().getDisplay();
    }

    /** Asks something on the UI thread. */
    static <T> T get(Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        run(() -> answer.set(question.get()));
        return answer.get();
    }

    /** Does something on the UI thread; what it throws is thrown here. */
    static void run(Runnable action) {
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        display().syncExec(() -> {
            try {
                action.run();
            } catch (RuntimeException e) {
                failure.set(e);
            }
        });
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
    }

    /** Waits until something is so, asking on the UI thread; fails after two minutes. */
    static void until(String what, BooleanSupplier condition) {
        if (!within(SECONDS * 1_000, condition)) {
            Shots.take("failed-" + what.replaceAll("[^A-Za-z0-9]+", "-"));
            throw new AssertionError("waited " + SECONDS + " s in vain: " + what);
        }
    }

    /** What something is when it has come to rest: the same at one look after the other for half a second. */
    static <T> T settled(String what, Supplier<T> question) {
        AtomicReference<T> last = new AtomicReference<>();
        int[] same = {0};
        until(what, () -> {
            T now = question.get();
            same[0] = now.equals(last.getAndSet(now)) ? same[0] + 1 : 0;
            return same[0] >= LOOKS;
        });
        return last.get();
    }

    /** Whether something becomes so in time. */
    static boolean within(long millis, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!get(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(POLL);
        }
        return true;
    }

    /** Saves by the key, which goes to nobody until the command knows that there is something to save. */
    static void save() {
        ICommandService commands = get(() -> PlatformUI.getWorkbench().getService(ICommandService.class));
        until("it can be saved", () -> commands.getCommand(IWorkbenchCommandConstants.FILE_SAVE)
                .isEnabled());
        Robot.key("ctrl+s");
    }

    /** The page of the workbench's window; to be used on the UI thread. */
    static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }
}
