package org.karlworkbench.ui.linkers;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;

/**
 * A Job that looks for linkers and asks them what they are. Each is told as soon as it is found; those that are left when
 * the Job is cancelled, before or after it began, are told as cancelled.
 */
final class LinkerSearch extends Job {
    private final List<LinkerKind> order;
    private final Map<LinkerKind, String> left;
    private final Listener listener;

    /** Is told what is found, on no certain thread. */
    interface Listener {
        void found(LinkerSearch by, LinkerKind kind, FoundLinker what);
    }

    /**
     * A search that has not begun.
     *
     * @param wanted which linkers in which order, with the path that is named for each or an empty text
     * @param listener is told of each of them once
     */
    LinkerSearch(Map<LinkerKind, String> wanted, Listener listener) {
        super("Looking for Linkers");
        this.order = List.copyOf(wanted.keySet());
        this.left = new ConcurrentHashMap<>(wanted);
        this.listener = listener;
        setPriority(Job.SHORT);
        addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(IJobChangeEvent event) {
                left.forEach((kind, path) -> listener.found(LinkerSearch.this, kind, FoundLinker.cancelled(path)));
            }
        });
    }

    /** Whether it looks for one linker only. */
    boolean single() {
        return order.size() == 1;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, getName(), order.size());
        try {
            for (LinkerKind kind : order) {
                progress.subTask(kind.words());
                progress.checkCanceled();
                FoundLinker what = FoundLinker.look(kind, left.get(kind));
                left.remove(kind);
                listener.found(this, kind, what);
                progress.worked(1);
            }
            return Status.OK_STATUS;
        } catch (CancellationException | OperationCanceledException _) {
            return Status.CANCEL_STATUS;
        }
    }

    /** A program that does not answer is not waited for. */
    @Override
    protected void canceling() {
        Thread asking = getThread();
        if (asking != null) {
            asking.interrupt();
        }
    }
}
