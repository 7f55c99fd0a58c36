package org.karlworkbench.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

/**
 * Looks at the Eclipse in which it is installed once that has started, writes down what it sees, and ends it. Knows
 * nothing of ours: what a plain Eclipse shows and what one with our features shows can be told apart line by line.
 *
 * <p>{@code probe.report} names the file to write; without it nothing happens. {@code probe.file} names a file that is
 * opened as if someone had clicked it in a project of its folder.
 */
public final class Probe implements IStartup {
    private static final long APART = 1_000;

    private final List<String> lines = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    @Override
    public void earlyStartup() {
        String report = System.getProperty("probe.report");
        if (report == null) {
            return;
        }
        ILogListener log = (status, _) -> note(status);
        Platform.addLogListener(log);
        IWorkbench workbench = PlatformUI.getWorkbench();
        Display display = workbench.getDisplay();
        try {
            Settled settled = new Settled(display);
            lines.addAll(settled.look(APART, () -> Sight.of(workbench)));
            String file = System.getProperty("probe.file");
            if (file != null) {
                lines.addAll(new Opening(workbench, settled).open(Path.of(file)));
            }
        } catch (Exception | LinkageError e) {
            errors.add(e.toString());
        }
        Platform.removeLogListener(log);
        errors.forEach(error -> lines.add("error " + error));
        write(Path.of(report));
        display.asyncExec(workbench::close);
    }

    private void note(IStatus status) {
        if (status.getSeverity() == IStatus.ERROR) {
            errors.add(status.getPlugin() + ": " + status.getMessage() + " " + status.getException());
        }
    }

    private void write(Path report) {
        try {
            Files.write(report, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
