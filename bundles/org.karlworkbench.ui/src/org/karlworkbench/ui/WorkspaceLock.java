package org.karlworkbench.ui;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** Takes the workspace for this process: two workbenches in one workspace would undo each other's work. */
final class WorkspaceLock {
    private WorkspaceLock() {}

    /**
     * Locks the workspace that {@code -data} names, or {@code karl-workspace} in the home folder without it.
     *
     * @return false when the workspace cannot be used; the reason was shown
     */
    static boolean take(Display display) {
        Location location = Platform.getInstanceLocation();
        if (location == null) {
            return complain(display, "The workbench was started without a place for its workspace (-data @none).");
        }
        try {
            if (location.isSet() ? location.lock() : location.set(home().toURL(), true)) {
                return true;
            }
            return complain(display, place(location) + " is in use by another workbench. Close that one first.");
        } catch (IOException e) {
            return complain(display, place(location) + " cannot be used as a workspace: " + e.getMessage());
        }
    }

    private static URI home() {
        return Path.of(System.getProperty("user.home"), "karl-workspace").toUri();
    }

    private static String place(Location location) {
        return location.isSet() ? location.getURL().getPath() : home().getPath();
    }

    private static boolean complain(Display display, String reason) {
        Shell shell = new Shell(display);
        MessageDialog.openError(shell, "KARL Workbench", reason);
        shell.dispose();
        return false;
    }
}
