package org.karlworkbench.ui.open;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/**
 * Waits with what takes the focus, such as opening an editor, until no dialog is in front. A dialog that lost it to the window
 * behind hears neither Enter nor Escape any more.
 */
public final class AfterDialogs {
    private static final int MODAL = SWT.PRIMARY_MODAL | SWT.APPLICATION_MODAL | SWT.SYSTEM_MODAL;

    private AfterDialogs() {}

    /**
     * Does something on the UI thread, at the earliest when this thread is free.
     *
     * @param display the display
     * @param action what takes the focus
     */
    public static void run(Display display, Runnable action) {
        display.asyncExec(() -> {
            Optional<Shell> dialog =
                    Stream.of(display.getShells()).filter(AfterDialogs::isModal).findFirst();
            if (dialog.isPresent()) {
                dialog.get().addListener(SWT.Dispose, _ -> run(display, action));
            } else {
                action.run();
            }
        });
    }

    private static boolean isModal(Shell shell) {
        return shell.isVisible() && (shell.getStyle() & MODAL) != 0;
    }
}
