package org.karlworkbench.ui.kernel;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.Problems;

/**
 * Reads something for an editor or a view and hands it over on the UI thread. What cannot be read is a line in the editor and in
 * the Error Log, never a dialog.
 *
 * @param <V> what is read
 */
public final class ReadJob<V> extends Job {
    private final Reader<V> reader;
    private final Control owner;
    private final Consumer<V> done;
    private final Consumer<String> failed;

    /** Reads; runs in the Job. */
    public interface Reader<V> {
        /**
         * Reads.
         *
         * @param progress is told how far it is, and says when it is cancelled
         * @return what was read
         * @throws EngineException when it cannot be read
         */
        V read(Progress progress) throws EngineException;
    }

    /**
     * Makes the Job; it must be scheduled.
     *
     * @param name what is done
     * @param owner the control that shows the result; when it is disposed nothing is handed over
     * @param reader reads
     * @param done takes what was read, on the UI thread
     * @param failed takes one line that says why there is nothing, on the UI thread
     */
    public ReadJob(String name, Control owner, Reader<V> reader, Consumer<V> done, Consumer<String> failed) {
        super(name);
        this.reader = reader;
        this.owner = owner;
        this.done = done;
        this.failed = failed;
        setPriority(INTERACTIVE);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            V value = reader.read(new MonitorProgress(monitor, getName()));
            ui(() -> done.accept(value));
            return Status.OK_STATUS;
        } catch (CancellationException | OperationCanceledException e) {
            ui(() -> failed.accept("Reading was cancelled. Open or select it once more to read it."));
            return Status.CANCEL_STATUS;
        } catch (EngineException | RuntimeException e) {
            Problems.log(e);
            ui(() -> failed.accept(Problems.line(e)));
            return Status.OK_STATUS;
        }
    }

    private void ui(Runnable runnable) {
        if (owner.isDisposed()) {
            return;
        }
        owner.getDisplay().asyncExec(() -> {
            if (!owner.isDisposed()) {
                runnable.run();
            }
        });
    }
}
